import type { Text } from '../text.ts'

/** How soon what is open is due. */
export const URGENCIES = ['overdue', 'hour', 'day', 'week', 'later', 'none'] as const
export type Urgency = (typeof URGENCIES)[number]

export const urgencyLabels: Readonly<Record<Urgency, Text>> = {
  overdue: { zh: '已超时', en: 'Overdue' },
  hour: { zh: '一小时内', en: 'Within the hour' },
  day: { zh: '一天内', en: 'Within a day' },
  week: { zh: '一周内', en: 'Within a week' },
  later: { zh: '一周以后', en: 'Later' },
  none: { zh: '不限时', en: 'No clock' },
}
