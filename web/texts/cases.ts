import { caseKindLabels, caseStateLabels, promiseLabels } from '../../rules/labels.ts'
import type { Text } from '../../rules/text.ts'

/** A case: what it owes, what happened, what it cost. */
export const cases = {
  case: { zh: '事项', en: 'Case' },
  promises: { zh: '承诺', en: 'Promises' },
  timeline: { zh: '经过', en: 'What happened' },
  cost: { zh: '后果', en: 'What it cost' },
  costTotal: { zh: '合计 {amount}', en: '{amount} in all' },
  noCost: { zh: '未产生后果', en: 'Nothing so far' },
  startedAt: { zh: '开始', en: 'Began' },
  endedAt: { zh: '结束', en: 'Ended' },
  nextAlarm: { zh: '下次提醒', en: 'Next alarm' },
  by: { zh: '经办：{who}', en: 'By {who}' },
  byFor: { zh: '经办：{who}（受托代{whom}）', en: 'By {who}, for {whom}' },
  byTimer: { zh: '定时器', en: 'Timer' },
  bySweep: { zh: '巡检', en: 'Sweep' },
  byPerson: { zh: '登记时触发', en: 'On entry' },
  recordedLater: { zh: '{time} 补录', en: 'Entered {time}' },
  provisional: { zh: '待核实', en: 'To be confirmed' },
  correction: { zh: '更正', en: 'Correction' },
  told: { zh: '已通知 {who}', en: '{who} told' },
  folded: { zh: '并入一次提醒', en: 'Folded into one alert' },
  recipient: { zh: '对象：{who}', en: 'To {who}' },
  settledAt: { zh: '{time} 履行', en: 'Done {time}' },
  lateBy: { zh: '迟 {time}', en: 'Late by {time}' },
  policy: { zh: '依据 {policy} 第 {version} 版', en: 'Under {policy}, version {version}' },
  nextSteps: { zh: '可办理', en: 'What can be done' },
  noSteps: { zh: '当前没有您可办理的步骤', en: 'There is no step for you to take now' },
  evidence: { zh: '须附：{what}', en: 'With: {what}' },
  confirmation: { zh: '之后须由他人：{what}', en: 'Then somebody else: {what}' },
  overtaken: {
    zh: '他人已先办理，或这一步已无须办理，见下方经过。您填写的内容还在，没有提交。',
    en: 'Somebody else was faster, or this is no longer owed: see what happened below. What you typed is still here; it was not handed in.',
  },
  mayNot: { zh: '不能由您办理：{why}', en: 'Not for you to do: {why}' },
  withdraw: { zh: '撤回事项', en: 'Withdraw' },
  ...caseKindLabels,
  ...caseStateLabels,
  ...promiseLabels,
} as const satisfies Record<string, Text>

/** How often and to whom the timer spoke. */
export const ladderSteps: Readonly<Record<string, Text>> = {
  remind50: { zh: '提醒：时间过半', en: 'Reminder: half the time is gone' },
  remind80: { zh: '提醒：时间过八成', en: 'Reminder: four fifths of the time are gone' },
  superior: { zh: '超时，升级至上级', en: 'Overdue: to the superior' },
  deputyGm: { zh: '超时，升级至副总经理', en: 'Overdue: to the deputy general manager' },
  gm: { zh: '超时，升级至总经理', en: 'Overdue: to the general manager' },
}

/** Entries of the ledger. */
export const entryKinds: Readonly<Record<string, Text>> = {
  fine: { zh: '罚款', en: 'Fine' },
  reward: { zh: '奖励', en: 'Reward' },
  points: { zh: '扣分', en: 'Points' },
  recommendation: { zh: '建议', en: 'Recommendation' },
  statement: { zh: '须书面说明', en: 'Statement required' },
  block: { zh: '不予报销', en: 'Reimbursement blocked' },
  measure: { zh: '处分', en: 'Disciplinary measure' },
  reversal: { zh: '冲销', en: 'Reversal' },
  confirmation: { zh: '确认', en: 'Confirmation' },
  waiver: { zh: '免除', en: 'Waiver' },
  reduction: { zh: '减轻', en: 'Reduction' },
  upholding: { zh: '维持', en: 'Upheld' },
  // Beside the ledger, in a backtest only.
  pay: { zh: '工资补贴', en: 'Pay' },
  bonus: { zh: '奖金', en: 'Bonus' },
}
