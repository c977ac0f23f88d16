import type { Text } from './text.ts'

/** What each kind of case is called. */
export const caseKindLabels = {
  call: { zh: '来电', en: 'Call' },
  incident: { zh: '质量事故', en: 'Incident' },
  serviceTask: { zh: '服务任务', en: 'Service task' },
  staffChange: { zh: '人员变更', en: 'Staff change' },
  report: { zh: '工作报告', en: 'Report' },
  statement: { zh: '书面说明', en: 'Written statement' },
  workReport: { zh: '工作汇报', en: 'Work report' },
  assessment: { zh: '考核表', en: 'Assessment sheet' },
  appeal: { zh: '申诉', en: 'Appeal' },
  penalty: { zh: '按情况奖惩', en: 'Penalty or reward by the case' },
  evaluation: { zh: '考核', en: 'Evaluation' },
  measure: { zh: '奖惩措施', en: 'Reward or disciplinary measure' },
  accident: { zh: '服务事故', en: 'Service accident' },
  recommendation: { zh: '处理建议', en: 'Recommendation' },
  rulebook: { zh: '制度', en: 'Rulebook' },
  bonus: { zh: '半年奖金', en: 'Half-yearly bonus' },
  payRate: { zh: '特殊地区出差补助', en: 'Special travel allowance' },
  reach: { zh: '外派联络', en: 'Reaching posted staff' },
} as const satisfies Record<string, Text>

/** How a case stands. */
export const caseStateLabels = {
  open: { zh: '进行中', en: 'Open' },
  ended: { zh: '已办结', en: 'Ended' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Text>

/** What was done about a promise, and what that is worth; an open one has the state's word. */
export const promiseLabels = {
  done: { zh: '已履行', en: 'Done' },
  released: { zh: '已解除', en: 'Released' },
  elsewhere: { zh: '另案履行', en: 'Done elsewhere' },
  pending: { zh: '待判定', en: 'Pending' },
  onTime: { zh: '按时', en: 'On time' },
  late: { zh: '超时', en: 'Late' },
  excused: { zh: '免责', en: 'Excused' },
  void: { zh: '不成立', en: 'Never owed' },
} as const satisfies Record<string, Text>
