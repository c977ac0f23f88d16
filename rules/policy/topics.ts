import type { Text } from '../text.ts'

/** The matters a rulebook can be bound for. */
export const topics: Readonly<Record<string, Text>> = {
  house: { zh: '内部规则', en: 'House rules' },
  rulebook: { zh: '制度的修订', en: 'Life of rulebooks' },
  serviceResponse: { zh: '服务响应', en: 'Service response' },
  serviceTask: { zh: '服务任务', en: 'Service tasks' },
  discipline: { zh: '奖惩', en: 'Discipline' },
  report: { zh: '报告', en: 'Reports' },
  assessment: { zh: '月度考核', en: 'Monthly assessment' },
  staffChange: { zh: '人员变更', en: 'Staff changes' },
  attendance: { zh: '考勤', en: 'Attendance' },
  evaluation: { zh: '考评', en: 'Evaluation' },
  conduct: { zh: '行为积分', en: 'Conduct points' },
  watch: { zh: '关注的下限与上限', en: 'Watched minimums and caps' },
  pay: { zh: '薪酬', en: 'Pay' },
  charge: { zh: '收费', en: 'Charges' },
}
