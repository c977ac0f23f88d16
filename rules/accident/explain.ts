import { withChange } from '../consequence/change.ts'
import { moment } from '../consequence/moment.ts'
import type { Text } from '../text.ts'

/** How an accident's fine came about, and why one was replaced. */
export const accidentSentences: Readonly<Record<string, (arithmetic: Readonly<Record<string, unknown>>) => Text>> = {
  accident: (given) => ({
    zh: `${moment(given.occurredAt)} 的事故按所记录的事由定为 ${String(given.class)} 类。`,
    en: `The accident of ${moment(given.occurredAt)} is Class ${String(given.class)} by the grounds on record.`,
  }),
  bulletinJudged: ({ resolvedAt }) => ({
    zh: `${moment(resolvedAt)} 解决的事故，总经理认定主管未及时发出事故通报（原文未写期限）。`,
    en: `Of the accident resolved at ${moment(resolvedAt)} the general manager found that the bulletin did not come in time; the text names none.`,
  }),
  reclassified: (given) => {
    const now = given.class === null ? { zh: '不再构成事故', en: 'it is no accident any more' } : classText(given.class)
    const reason = {
      zh: `同一事故只计一次：现${now.zh}，原记录冲回。`,
      en: `One accident counts once: ${now.en}; the earlier entry is reversed.`,
    }
    return withChange(reason, given)
  },
}

const classText = (of: unknown): Text => ({ zh: `定为 ${String(of)} 类`, en: `it is Class ${String(of)} now` })
