/**
 * Holidays by law: Regulation on Public Holidays for National Festivals and Memorial Days (全国年节及纪念日放假办法),
 * Article 2. 11 days as amended in 2013; 13 since 1 January 2025 (decree 795), which added Spring Festival's eve and 2 May.
 */
import { DAY } from '../rules/instant.ts'
import { addDays } from '../rules/time/local.ts'

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/** The date in a Gregorian year of a day of the Chinese calendar; a leap month (its number carries `bis`) never fits. */
function lunar(year: number, month: number, day: number): string {
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY) {
    const parts = chinese.formatToParts(at)
    const part = (type: string) => parts.find((each) => each.type === type)?.value
    if (part('month') === String(month) && part('day') === String(day)) return new Date(at).toISOString().slice(0, 10)
  }
  throw new Error(`${year} has no day ${day} of lunar month ${month}`)
}

/** Qingming by the customary formula of the 21st century: [0.2422 y + 4.81] − [y / 4] April, y the last two digits. */
function qingming(year: number): string {
  const y = year % 100
  return `${year}-04-0${Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)}`
}

/** The statutory holidays of a year, sorted; two that fall on one day are one. Valid from 2014 to 2099. */
export function statutoryDays(year: number): string[] {
  const since2025 = year >= 2025
  const newYear = lunar(year, 1, 1)
  const days = [
    `${year}-01-01`,
    ...(since2025 ? [addDays(newYear, -1)] : []),
    ...[0, 1, 2].map((n) => addDays(newYear, n)),
    qingming(year),
    `${year}-05-01`,
    ...(since2025 ? [`${year}-05-02`] : []),
    lunar(year, 5, 5),
    lunar(year, 8, 15),
    ...[1, 2, 3].map((n) => `${year}-10-0${n}`),
  ]
  return [...new Set(days)].sort()
}
