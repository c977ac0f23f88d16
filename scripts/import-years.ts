/**
 * Writes rules/time/years.json, the published Chinese calendar years, from the data of the `chinese-days` package.
 * Run it after updating the package: `npx tsx scripts/import-years.ts`. Only the package's data is used.
 *
 * The data names every day off but not which of them are holidays by law, so those are derived from the law (rule in
 * scripts/statutory.ts); a day off that is neither such a holiday nor a weekend is adjusted rest.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CalendarYear } from '../rules/time/calendar.ts'
import { checkYear } from '../rules/time/checkYear.ts'
import { weekday } from '../rules/time/local.ts'
import { formatted } from './format.ts'
import { statutoryDays } from './statutory.ts'

const FIRST_YEAR = 2020

/** Dates of the State Council General Office's notices, which the data lacks: 国办发明电〔2024〕12号 and 〔2025〕7号. */
const PUBLISHED_ON: Readonly<Record<number, string>> = { 2025: '2024-11-12', 2026: '2025-11-04' }

const require = createRequire(import.meta.url)
const { holidays, workdays } = JSON.parse(
  readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
) as Record<'holidays' | 'workdays', Record<string, string>>
const root = require.resolve('chinese-days').replace(/dist.*$/, '')
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }

/** 31 December belongs to the next year's notice in some years, so a year counts as published by its own May Day. */
const years = [...new Set(Object.keys(holidays).filter((on) => on.endsWith('-05-01')))]
  .map((on) => Number(on.slice(0, 4)))
  .filter((year) => year >= FIRST_YEAR)
  .sort()

const published = years.map((year): CalendarYear => {
  const inYear = (days: Record<string, string>) =>
    Object.keys(days)
      .filter((on) => on.startsWith(`${year}-`))
      .sort()
  const statutory = statutoryDays(year)
  const off = inYear(holidays)
  const missing = statutory.filter((on) => !off.includes(on))
  if (missing.length > 0) throw new Error(`${year}: by law a holiday but not off in the data: ${missing.join(', ')}`)
  const adjustedRest = off.filter((on) => weekday(on) <= 5 && !statutory.includes(on))
  const publishedOn = PUBLISHED_ON[year]
  const result = {
    year,
    source: 'chinese-days',
    version,
    ...(publishedOn && { publishedOn }),
    statutory,
    adjustedRest,
    makeUp: inYear(workdays),
  }
  const problems = checkYear(result)
  if (problems.length > 0) throw new Error(`${year}: ${problems.map((problem) => problem.text.en).join('; ')}`)
  return result
})

const target = new URL('../rules/time/years.json', import.meta.url).pathname
writeFileSync(target, await formatted(target, JSON.stringify(published)))
console.log(`${published.length} years, ${years.at(0)}-${years.at(-1)}, from chinese-days ${version}`)
