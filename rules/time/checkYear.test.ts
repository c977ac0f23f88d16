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
  ['make-up on a Friday', { makeUp: ['2026-10-16'] }, '2026-10-16 is a Friday, already a working day', '星期五'],
  ['rest on a Saturday', { adjustedRest: ['2026-10-17'] }, '2026-10-17 is a Saturday, already free', '星期六'],
  ['rest on a weekend', { adjustedRest: ['2026-10-04'] }, '2026-10-04 is a Sunday, already free', '星期日'],
  ['no holidays', { statutory: [] }, 'no statutory holidays', '没有法定节假日'],
  ['no source', { source: ' ' }, 'the source is missing', '缺少来源'],
  ['no version', { version: ' ' }, 'the version is missing', '缺少版本'],
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

it('says of a day that stands in a third list where it stood first', () => {
  const problems = checkYear({ ...good, adjustedRest: ['2026-10-01'], makeUp: ['2026-10-01'] })
  expect(problems.map(({ text }) => text)).toEqual([
    {
      zh: '2026-10-01 同时列为法定节假日和调休放假日',
      en: '2026-10-01 is among both statutory holidays and adjusted rest days',
    },
    {
      zh: '2026-10-01 同时列为法定节假日和补班日',
      en: '2026-10-01 is among both statutory holidays and make-up working days',
    },
  ])
})

it('names no day where the year as a whole lacks something', () => {
  const where = checkYear({ ...good, source: '', version: '', statutory: [] }).map(({ list, on }) => [list, on])
  expect(where).toEqual([
    [null, null],
    [null, null],
    ['statutory', null],
  ])
})

it.each([1999, 2100, 26, 2026.5])('refuses %d, which is no year of this calendar', (year) => {
  expect(checkYear({ ...good, year })[0]).toEqual({
    list: null,
    on: null,
    text: { zh: `年份 ${year} 不在 2000 至 2099 之间`, en: `year ${year} is not within 2000-2099` },
  })
})

it.each([2000, 2099])('takes %d', (year) => {
  expect(checkYear({ ...good, year, statutory: [`${year}-01-01`], adjustedRest: [], makeUp: [] })).toEqual([])
})
