import { expect, it } from 'vitest'
import { publishedYears } from '../rules/time/published.ts'
import { statutoryDays } from './statutory.ts'

it.each(publishedYears.map((year) => [year.year, year.statutory] as const))(
  'the holidays of %i by law are those kept in the data',
  (year, statutory) => {
    expect(statutoryDays(year)).toEqual(statutory)
  },
)

it('adds Spring Festival’s eve and 2 May from 2025 on', () => {
  expect(statutoryDays(2024)).not.toContain('2024-02-09')
  expect(statutoryDays(2024)).not.toContain('2024-05-02')
  expect(statutoryDays(2025)).toEqual(expect.arrayContaining(['2025-01-28', '2025-05-02']))
})

it('takes the day, not its namesake in a leap month', () => {
  // 2025 has two sixth months, 2020 two fourth ones: the festivals after them come a month later.
  expect(statutoryDays(2025)).toContain('2025-10-06')
  expect(statutoryDays(2020)).toContain('2020-06-25')
})
