import type { Text } from '../text.ts'
import type { DayType } from './calendar.ts'

/** What people call the kinds of days. */
export const dayTypeLabels = {
  statutoryHoliday: { zh: '法定节假日', en: 'Statutory holiday' },
  adjustedRest: { zh: '调休放假', en: 'Adjusted rest' },
  weekend: { zh: '周末', en: 'Weekend' },
  makeUpWorkday: { zh: '补班', en: 'Make-up work day' },
  workday: { zh: '工作日', en: 'Work day' },
} as const satisfies Record<DayType, Text>
