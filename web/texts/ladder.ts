import type { Text } from '../../rules/text.ts'

/** Reminders and escalation of a clock. */
export const words = {
  reminders: { zh: '提醒（用时的百分比）', en: 'Reminders, in percent of the time' },
  remindersHint: { zh: '多个以逗号分隔，如 50, 80', en: 'Several with commas between, as 50, 80' },
  afterMinutes: { zh: '逾期多少分钟通知{whom}', en: 'Minutes late when {whom} is told' },
  afterDays: { zh: '逾期多少个工作日通知{whom}', en: 'Working days late when {whom} is told' },
  emptyIsNobody: { zh: '不填即不通知；0 为到期时。', en: 'Left empty nobody is told; 0 is when it falls due.' },
} as const satisfies Record<string, Text>
