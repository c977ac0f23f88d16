import { withChange } from '../consequence/change.ts'
import { moment } from '../consequence/moment.ts'
import type { Text } from '../text.ts'
import type { AccidentClass } from './grounds.ts'

/** What a class means (S0-A-5.1a, S0-A-5.2a), for who reads the entry without the rulebook. */
const MEANT: Readonly<Record<AccidentClass, Text>> = {
  I: {
    zh: '投诉到达副总以上领导，或因误操作、不按流程操作致客户现场停运（S0-A-5.1a）',
    en: "a complaint that reached a vice general manager or above, or a customer's site stopped by wrong or out-of-procedure operation (S0-A-5.1a)",
  },
  II: {
    zh: '投诉到达销售经理或销售内勤，或问题未及时上报致另行派人（S0-A-5.2a）',
    en: 'a complaint that reached the sales manager or the sales back office, or a problem reported too late, so that somebody else had to be sent (S0-A-5.2a)',
  },
}

/** How an accident's fine came about, and why one was replaced. */
export const accidentSentences: Readonly<Record<string, (arithmetic: Readonly<Record<string, unknown>>) => Text>> = {
  accident: (given) => {
    const meant = given.class === 'I' ? MEANT.I : MEANT.II
    return {
      zh: `${moment(given.occurredAt)} 的事故定为 ${String(given.class)} 类：${meant.zh}。`,
      en: `The accident of ${moment(given.occurredAt)} is Class ${String(given.class)}: ${meant.en}.`,
    }
  },
  bulletinJudged: ({ resolvedAt }) => ({
    zh: `${moment(resolvedAt)} 解决的事故，总经理认定主管未及时发出事故通报（制度未写期限，故由总经理认定）。`,
    en: `The accident was resolved at ${moment(resolvedAt)}, and its bulletin did not come in time: the rulebook names no deadline, so the general manager judged it.`,
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
