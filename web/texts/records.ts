import type { RecordKind } from '../../rules/record/record.ts'
import type { Text } from '../../rules/text.ts'

/** Facts about people that count in the windows and that no procedure yields. */
export const words = {
  none: { zh: '没有考核事实', en: 'Nothing was recorded' },
  hint: {
    zh: '考试、培训、文档检查、贡献、档次和期初数：滚动期间据此计算。',
    en: 'Exams, trainings, documents, contributions, pay grades and opening balances: the rolling windows count them.',
  },
  add: { zh: '登记', en: 'Record one' },
  kind: { zh: '类别', en: 'Kind' },
  what: { zh: '内容', en: 'What' },
  by: { zh: '登记人', en: 'Recorded by' },
  stands: { zh: '有效', en: 'Stands' },
  corrected: { zh: '已更正或撤销', en: 'Corrected or taken back' },
  takenBack: { zh: '撤销', en: 'Taken back' },
  takeBack: { zh: '撤销这条', en: 'Take it back' },
  exam: { zh: '考试', en: 'Exam' },
  training: { zh: '培训考试', en: 'Training exam' },
  skill: { zh: '技能考试', en: 'Skill exam' },
  passed: { zh: '是否及格', en: 'Passed?' },
  pass: { zh: '及格', en: 'Passed' },
  fail: { zh: '不及格', en: 'Failed' },
  month: { zh: '月份', en: 'Month' },
  complete: { zh: '是否齐全', en: 'Complete?' },
  isComplete: { zh: '齐全', en: 'Complete' },
  notComplete: { zh: '不齐全', en: 'Not complete' },
  grade: { zh: '档次', en: 'Grade' },
  class: { zh: '事故等级', en: 'Class' },
  worst: { zh: '最差一项评价', en: 'Worst score' },
  inARow: { zh: '连续中评个数', en: 'Fair scores in a row' },
  minutes: { zh: '时长（分钟）', en: 'Length in minutes' },
  region: { zh: '省（区域）', en: 'Province (region)' },
  ofPerson: { zh: '只看此人', en: 'Only of this person' },
} as const satisfies Record<string, Text>

export const recordKinds: Readonly<Record<RecordKind, Text>> = {
  examTaken: { zh: '考试', en: 'Exam taken' },
  documentsChecked: { zh: '月度文档检查', en: 'Documents of a month' },
  contribution: { zh: '重大贡献', en: 'Major contribution' },
  trained: { zh: '参加培训', en: 'Training attended' },
  jointTraining: { zh: '组织集中培训', en: 'Joint training held' },
  payGradeSet: { zh: '工资档次', en: 'Pay grade' },
  openingAccident: { zh: '期初：事故', en: 'Opening balance: accident' },
  openingRating: { zh: '期初：客户评价', en: 'Opening balance: rating' },
  openingFairRow: { zh: '期初：连续中评', en: 'Opening balance: fair scores in a row' },
  openingExamFailed: { zh: '期初：考试不及格', en: 'Opening balance: failed exam' },
  openingCleanMonth: { zh: '期初：无过失月份', en: 'Opening balance: clean month' },
}

export const grades: Readonly<Record<string, Text>> = {
  excellent: { zh: '优', en: 'Excellent' },
  good: { zh: '良', en: 'Good' },
  fair: { zh: '中', en: 'Fair' },
  poor: { zh: '差', en: 'Poor' },
}
