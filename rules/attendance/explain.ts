import { withChange } from '../consequence/change.ts'
import { MINUTE } from '../instant.ts'
import type { Text } from '../text.ts'

type Sentence = (arithmetic: Readonly<Record<string, unknown>>) => Text

/** Hours and minutes. */
function lasting(ms: unknown): Text {
  const minutes = Math.round(Number(ms) / MINUTE)
  const [h, min] = [Math.floor(minutes / 60), minutes % 60]
  return { zh: `${h} 小时 ${min} 分`, en: `${h} h ${min} min` }
}

/** How a month came to call for an absence statement, and why it no longer does. */
export const attendanceSentences: Readonly<Record<string, Sentence>> = {
  attendanceMonth: ({ month, absences, lateMs }) => ({
    zh: `${String(month)} 缺勤 ${String(absences)} 次，迟到累计 ${lasting(lateMs).zh}，须提交缺勤情况说明。`,
    en: `${String(month)}: ${String(absences)} absences, lateness of ${lasting(lateMs).en} in all; an absence statement is due.`,
  }),
  attendanceCorrected: (given) =>
    withChange(
      {
        zh: '考勤记录更正或补录后重新计算，原记录冲回。',
        en: 'Counted anew after the attendance was corrected or completed; the entry is reversed.',
      },
      given,
    ),
  noStamp: ({ trip }) => ({
    zh: `“${String(trip)}”的合同实施报告缺客户盖章，该次差旅费暂不报销。`,
    en: `The contract report of “${String(trip)}” lacks the customer's stamp; that trip is not reimbursed.`,
  }),
  stamped: () => ({
    zh: '已补客户盖章，恢复报销。',
    en: "The customer's stamp has come; the trip is reimbursed.",
  }),
}
