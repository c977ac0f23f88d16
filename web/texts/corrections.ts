import type { Text } from '../../rules/text.ts'

/** Setting right when something happened, and what a fact says beside it. */
export const corrections = {
  correct: { zh: '更正时间', en: 'Correct the time' },
  confirm: { zh: '确认此时间', en: 'Confirm this time' },
  happened: { zh: '实际发生时间', en: 'When it really happened' },
  byLink: { zh: '客户通过链接办理', en: 'by the customer’s link' },
} as const satisfies Record<string, Text>
