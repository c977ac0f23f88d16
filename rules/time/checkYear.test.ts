import { expect, it } from 'vitest'
import type { CalendarYear } from './calendar.ts'
import { checkYear } from './checkYear.ts'
import { publishedYears } from './published.ts'

const good = publishedYears.find(({ year }) => year === 2026)!

it.each<[string, Partial<CalendarYear>, string, string]>([
  ['a date outside', { statutory: ['2025-12-31'] }, 'lies outside 2026', '不在 2026 年内'],
  ['no date', { makeUp: ['2026-02-30'] }, '"2026-02-30" is not a date', '不是有效日期'],
  ['twice in one list', { makeUp: ['2026-10-10', '2026-10-10'] }, '2026-10-10 is listed twice', '重复'],
  ['in two lists', { adjustedRest: ['2026-10-01'] }, 'both statutory holidays and adjusted rest', '同时列为'],
  ['make-up on a weekday', { makeUp: ['2026-10-12'] }, '2026-10-12 is a Monday, already a working day', '星期一'],
  ['rest on a weekend', { adjustedRest: ['2026-10-04'] }, '2026-10-04 is a Sunday, already free', '星期日'],
  ['no holidays', { statutory: [] }, 'no statutory holidays', '没有法定节假日'],
  ['no source', { source: ' ' }, 'the source is missing', '缺少来源'],
  ['no version', { version: '' }, 'the version is missing', '缺少版本'],
])('says what is wrong: %s', (_, change, en, zh) => {
  const problems = checkYear({ ...good, ...change })
  expect(problems).toHaveLength(1)
  expect(problems[0]!.text.en).toContain(en)
  expect(problems[0]!.text.zh).toContain(zh)
})

it('names the list and the day, and finds everything at once', () => {
  const problems = checkYear({ ...good, adjustedRest: ['2026-10-04', '2027-10-05'], makeUp: ['2026-10-12'] })
  expect(problems.map(({ list, on }) => [list, on])).toEqual([
    ['adjustedRest', '2026-10-04'],
    ['adjustedRest', '2027-10-05'],
    ['makeUp', '2026-10-12'],
  ])
})

it('refuses a year that is none', () => {
  expect(checkYear({ ...good, year: 26 })[0]!.text.en).toContain('year 26 is not within')
})
