import { expect, it } from 'vitest'
import { createCalendar } from './calendar.ts'
import { TimeError } from './error.ts'
import { addWorkingTime } from './hours.ts'
import { addDays, parseInstant, timeOfDay } from './local.ts'
import { publishedYears } from './published.ts'
import { addWorkingDays, startOfWork, workingDaysBefore } from './working.ts'
import { asZone } from './zone.ts'

const calendar = createCalendar({ years: publishedYears })
const ZONES =
  'Asia/Shanghai, Asia/Urumqi, Asia/Hong_Kong, Asia/Macau, Asia/Taipei, Asia/Singapore, Asia/Bangkok, Asia/Tokyo, UTC'
const allWeekend = Object.fromEntries(
  Array.from({ length: 900 }, (_, n) => [addDays('2024-01-01', n), 'weekend'] as const),
)

it.each<[string, () => unknown, string, string]>([
  [
    'a day',
    () => addDays('2026-02-30', 1),
    '“2026-02-30”不是有效日期（格式 YYYY-MM-DD）',
    '"2026-02-30" is not a date that exists, as YYYY-MM-DD',
  ],
  [
    'a time of day',
    () => timeOfDay('8:00'),
    '“8:00”不是有效时刻（格式 HH:MM 或 HH:MM:SS）',
    '"8:00" is not a time of day, as HH:MM or HH:MM:SS',
  ],
  [
    'an instant',
    () => parseInstant('today'),
    '“today”不是 ISO 8601 时刻，例如 2026-02-17T00:20:40+08:00',
    '"today" is not an ISO 8601 instant such as 2026-02-17T00:20:40+08:00',
  ],
  [
    'an instant without offset',
    () => parseInstant('2026-02-17T00:20'),
    '“2026-02-17T00:20”没有时区偏移，请加上 +08:00 或 Z',
    '"2026-02-17T00:20" has no offset: add +08:00 or Z',
  ],
  [
    'the end of a day',
    () => parseInstant('2026-02-17T24:00Z'),
    '“2026-02-17T24:00Z”的时刻应写作次日 00:00',
    '"2026-02-17T24:00Z" should be written as 00:00 of the next day',
  ],
  [
    'an offset',
    () => parseInstant('2026-02-17T00:20+15:00'),
    '偏移“+15:00”不存在（最大 14:00）',
    'offset "+15:00" does not exist (14:00 at most)',
  ],
  [
    'a zone',
    () => asZone('Europe/Berlin'),
    `不支持时区“Europe/Berlin”，可用：${ZONES}`,
    `zone "Europe/Berlin" is not supported, use one of ${ZONES}`,
  ],
  ['working time', () => addWorkingTime(calendar, 0, -1), '工作时间不能为 -1 毫秒', 'working time cannot be -1 ms'],
  [
    'a count of days',
    () => addWorkingDays(calendar, '2026-10-01', 1.5),
    '工作日数须为不小于 0 的整数，而不是 1.5',
    'a count of working days is a whole number from 0, not 1.5',
  ],
  [
    'the hours of a rest day',
    () => startOfWork(calendar, '2026-10-01'),
    '2026-10-01 是休息日，没有上下班时间',
    '2026-10-01 is a rest day: no work begins or ends',
  ],
  [
    'a calendar that only rests',
    () => workingDaysBefore(createCalendar({ years: [], overrides: allWeekend }), '2026-01-02', 1),
    '日历中 2026-01-01 前后连续 400 天没有工作日',
    'the calendar has no working day within 400 days of 2026-01-01',
  ],
  [
    'a shift without work',
    () => createCalendar({ years: [], shifts: { default: [] } }),
    '班次没有工作时段',
    'a shift has no working period',
  ],
  [
    'a shift of no time',
    () => createCalendar({ years: [], shifts: { default: [{ from: '12:00', to: '12:00' }] } }),
    '班次 12:00-12:00 为空，或与前一时段重叠或次序颠倒',
    'shift 12:00-12:00 is empty, or overlaps the period before it',
  ],
])('%s that makes no sense is refused in both languages', (_, act, zh, en) => {
  let error: unknown
  try {
    act()
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(TimeError)
  expect(error).toMatchObject({ name: 'TimeError', text: { zh, en }, message: en })
})
