import type { Text } from '../text.ts'
import { withChange } from '../consequence/change.ts'
import { moment } from '../consequence/moment.ts'

type Sentence = (arithmetic: Readonly<Record<string, unknown>>) => Text

const COUNTED: Readonly<Record<string, Text>> = {
  examFailed: { zh: '次培训考试不及格', en: 'failed training exams' },
  accidentI: { zh: '起 I 类事故', en: 'Class I accidents' },
  accidentII: { zh: '起 II 类事故', en: 'Class II accidents' },
  departmentI: { zh: '起部门 I 类事故', en: 'Class I accidents in the department' },
}

const ASKED: Readonly<Record<'downgrade' | 'dismissal', Text>> = {
  downgrade: { zh: '降低工资档次', en: 'a lower grade of pay' },
  dismissal: { zh: '辞退', en: 'dismissal' },
}

const days = ({ fromOn, toOn }: Readonly<Record<string, unknown>>): Text => ({
  zh: `${String(fromOn)} 至 ${String(toOn)}`,
  en: `${String(fromOn)} to ${String(toOn)}`,
})

/** How an entry of a window came about, and how it went. */
export const windowSentences: Readonly<Record<string, Sentence>> = {
  examFailed: ({ at }) => ({
    zh: `${moment(at)} 的培训考试不及格。`,
    en: `The training exam of ${moment(at)} was failed.`,
  }),
  counted: ({ what, count, fromAt, toAt, action, grade, target }) => {
    const { zh, en } = COUNTED[String(what)] ?? { zh: '', en: '' }
    const on = action === 'dismissal' ? ASKED.dismissal : ASKED.downgrade
    const none = target === null
    const step =
      none || target === undefined
        ? { zh: '', en: '' }
        : {
            zh: `（${String(grade)} 等降为 ${String(target)} 等）`,
            en: ` (from grade ${String(grade)} to ${String(target)})`,
          }
    return {
      zh: `${moment(fromAt)} 至 ${moment(toAt)} 共 ${String(count)} ${zh}：是否${on.zh}${step.zh}由总经理决定，批准前不执行。${none ? '已是最低档，无可降档次。' : ''}`,
      en: `${String(count)} ${en} from ${moment(fromAt)} to ${moment(toAt)}: the general manager decides on ${on.en}${step.en}; nothing happens before.${none ? ' The grade is the lowest already: no target.' : ''}`,
    }
  },
  'window.clean': (given) => ({
    zh: `${days(given).zh} 无事故、评价均为良好以上、文档齐全。`,
    en: `${days(given).en}: no accident, every rating good or better, documents complete.`,
  }),
  'window.departmentClean': (given) => ({
    zh: `${days(given).zh} 部门无 I 类事故。`,
    en: `${days(given).en}: no Class I accident in the department.`,
  }),
  window: (given) =>
    withChange(
      {
        zh: '所依据的事件更正或补录后不再成立，原记录冲回。',
        en: 'It no longer follows from the events as they are now known; the entry is reversed.',
      },
      given,
    ),
  approved: () => ({ zh: '总经理批准该建议。', en: 'The general manager approved the recommendation.' }),
  declined: () => ({ zh: '总经理未采纳该建议。', en: 'The general manager declined the recommendation.' }),
  revoked: () => ({
    zh: '批准后依据不再成立，总经理予以撤销。',
    en: 'Its ground fell away after the approval, and the general manager revoked it.',
  }),
}
