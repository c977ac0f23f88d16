import type { Text } from '../../rules/text.ts'

/** The workplace, where a day begins. */
export const workplace = {
  hello: { zh: '{name}，您好', en: 'Hello, {name}' },
  mine: { zh: '我的待办', en: 'What I owe' },
  mineOpen: { zh: '我的待办', en: 'My open promises' },
  mineSoon: { zh: '一小时内到期', en: 'Due within the hour' },
  mineOverdue: { zh: '我已超时', en: 'Mine overdue' },
  missed: { zh: '未接来电', en: 'Missed calls' },
  callsOverdue: { zh: '来电超时', en: 'Calls overdue' },
  incidents: { zh: '进行中事故', en: 'Open incidents' },
  serviceTasks: { zh: '服务任务', en: 'Service tasks' },
  staffChanges: { zh: '人员变更', en: 'Staff changes' },
  ofWhich: { zh: '其中 {n} 项超时', en: '{n} of them overdue' },
  nothing: { zh: '没有待办，一切如约', en: 'Nothing is owed: every promise is kept' },
  nextStep: { zh: '下一步', en: 'Next step' },
  promise: { zh: '承诺', en: 'Promise' },
  counters: { zh: '计数', en: 'Counters' },
} as const satisfies Record<string, Text>
