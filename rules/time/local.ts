import { DAY, HOUR, MINUTE, SECOND, type Instant, type LocalDate } from '../instant.ts'
import { TimeError } from './error.ts'
import { COMPANY_ZONE, offsetOf, type Zone } from './zone.ts'

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * Where the target month lacks the day: `clamp` takes its last day (as Article 202 of the Civil Code does), `next` the
 * first day of the month after. `stick` clamps too, and takes the last day of a month to the last day of the other.
 */
export type EndOfMonth = 'clamp' | 'next' | 'stick'

const ISO_INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d{2}:?\d{2})?$/
const TIME_OF_DAY = /^(\d{2}):(\d{2})(?::(\d{2}))?$/

/** UTC midnight of a date, which stands for the date in all arithmetic here. Throws TimeError unless the day exists. */
function midnight(date: LocalDate): number {
  if (!isLocalDate(date)) {
    throw new TimeError({
      zh: `“${date}”不是有效日期（格式 YYYY-MM-DD）`,
      en: `"${date}" is not a date that exists, as YYYY-MM-DD`,
    })
  }
  return Date.parse(date)
}

function dateAt(utc: number): LocalDate {
  return new Date(utc).toISOString().slice(0, 10)
}

/** Whether the text is a day that exists, written YYYY-MM-DD. */
export function isLocalDate(text: string): boolean {
  const at = Date.parse(text)
  // V8 rolls 30 February over into March, so only a date that comes back unchanged exists. A sign begins a longer year.
  return /^\d/.test(text) && !Number.isNaN(at) && dateAt(at) === text
}

/** Milliseconds from local midnight of a time of day, `HH:MM` or `HH:MM:SS`; `24:00` ends the day. Throws TimeError. */
export function timeOfDay(time: string): number {
  const [, h, m, s = '0'] = TIME_OF_DAY.exec(time) ?? []
  const ms = Number(h) * HOUR + Number(m) * MINUTE + Number(s) * SECOND
  if (!(Number(m) < 60 && Number(s) < 60 && ms <= DAY)) {
    throw new TimeError({
      zh: `“${time}”不是有效时刻（格式 HH:MM 或 HH:MM:SS）`,
      en: `"${time}" is not a time of day, as HH:MM or HH:MM:SS`,
    })
  }
  return ms
}

/**
 * Reads an ISO 8601 instant with its offset (`Z`, `+08:00` or `+0800`); what is finer than a millisecond is cut off.
 * Throws TimeError that names what is wrong: form, missing offset, a day or time that does not exist.
 */
export function parseInstant(iso: string): Instant {
  const [, date, h, m, s = '00', fraction = '', offset] = ISO_INSTANT.exec(iso) ?? []
  if (date === undefined) {
    throw new TimeError({
      zh: `“${iso}”不是 ISO 8601 时刻，例如 2026-02-17T00:20:40+08:00`,
      en: `"${iso}" is not an ISO 8601 instant such as 2026-02-17T00:20:40+08:00`,
    })
  }
  if (offset === undefined) {
    throw new TimeError({
      zh: `“${iso}”没有时区偏移，请加上 +08:00 或 Z`,
      en: `"${iso}" has no offset: add +08:00 or Z`,
    })
  }
  const day = midnight(date)
  const time = timeOfDay(`${h}:${m}:${s}`)
  if (time === DAY) {
    throw new TimeError({
      zh: `“${iso}”的时刻应写作次日 00:00`,
      en: `"${iso}" should be written as 00:00 of the next day`,
    })
  }
  return day + time + Number(fraction.slice(0, 3).padEnd(3, '0')) - parseOffset(offset)
}

function parseOffset(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(-2))
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) {
    throw new TimeError({
      zh: `偏移“${offset}”不存在（最大 14:00）`,
      en: `offset "${offset}" does not exist (14:00 at most)`,
    })
  }
  return (offset.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE)
}

/** ISO 8601 with the zone's offset, to the second; milliseconds only where there are any. */
export function formatInstant(at: Instant, zone: Zone = COMPANY_ZONE): string {
  const offset = offsetOf(zone)
  const [date, time] = new Date(at + offset).toISOString().slice(0, -1).split('T') as [string, string]
  const hours = String(Math.abs(offset) / HOUR).padStart(2, '0')
  return `${date}T${time.replace('.000', '')}${offset < 0 ? '-' : '+'}${hours}:00`
}

/** The day on which the instant falls in the zone. */
export function localDate(at: Instant, zone: Zone = COMPANY_ZONE): LocalDate {
  return dateAt(at + offsetOf(zone))
}

/** The zone's clock at the instant, `HH:MM:SS`. */
export function localTime(at: Instant, zone: Zone = COMPANY_ZONE): string {
  return new Date(at + offsetOf(zone)).toISOString().slice(11, 19)
}

/** The instant of a time of day (`18:00`, `18:00:00`; `24:00` is the next midnight) on a date. Throws TimeError. */
export function atTime(date: LocalDate, time: string, zone: Zone = COMPANY_ZONE): Instant {
  return midnight(date) + timeOfDay(time) - offsetOf(zone)
}

/** The date's last second, 23:59:59: what "within" a date (内) still includes. */
export function endOfDay(date: LocalDate, zone: Zone = COMPANY_ZONE): Instant {
  return atTime(date, '23:59:59', zone)
}

/** The date n calendar days later (earlier where n is negative). */
export function addDays(date: LocalDate, n: number): LocalDate {
  return dateAt(midnight(date) + n * DAY)
}

/** Calendar days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (midnight(to) - midnight(from)) / DAY
}

/** The same day n months later (earlier where n is negative); what a shorter month does is the clause's setting. */
export function addMonths(date: LocalDate, n: number, endOfMonth: EndOfMonth = 'clamp'): LocalDate {
  midnight(date)
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const lastDay = (monthIndex: number) => new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate()
  const target = month - 1 + n
  const last = lastDay(target)
  if (endOfMonth === 'stick' && day === lastDay(month - 1)) return dateAt(Date.UTC(year, target, last))
  if (day <= last) return dateAt(Date.UTC(year, target, day))
  return dateAt(endOfMonth === 'next' ? Date.UTC(year, target + 1, 1) : Date.UTC(year, target, last))
}

/** ISO weekday of a date, 1 (Monday) to 7 (Sunday). */
export function weekday(date: LocalDate): Weekday {
  return (new Date(midnight(date)).getUTCDay() || 7) as Weekday
}

/** The year a date lies in. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}
