import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../rules/instant.ts'
import { localDate, localTime } from '../../rules/time/local.ts'
import type { Say } from '../language.tsx'
import { texts } from '../texts/index.ts'

/** An instant of the API (ISO 8601) as epoch milliseconds. */
export const instantOf = (iso: string): Instant => Date.parse(iso)

/** How much time, as `1:02:03`, with days before it where there are any. */
export function duration(ms: number, say: Say): string {
  const whole = Math.max(0, Math.floor(ms / SECOND)) * SECOND
  const days = Math.floor(whole / DAY)
  const pad = (n: number) => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor((whole % DAY) / HOUR), Math.floor((whole % HOUR) / MINUTE), (whole % MINUTE) / SECOND]
  const clock = h > 0 || days > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${pad(m)}:${pad(s)}`
  return days > 0 ? `${say(texts.common.day, { n: days })} ${clock}` : clock
}

/** The company's clock: the time alone for today, the date with it otherwise. */
export function written(at: Instant, now: Instant): string {
  const date = localDate(at)
  return date === localDate(now) ? localTime(at) : `${date} ${localTime(at)}`
}

/** The company's clock as an appointment is written: always with its date, to the minute. */
export const dayAndTime = (at: Instant): string => `${localDate(at)} ${localTime(at).slice(0, 5)}`

/** The company's clock as a `datetime-local` field holds it. */
export const fieldOf = (at: Instant) => `${localDate(at)}T${localTime(at)}`

/** What such a field holds, for the API. */
export const isoOf = (field: string) => `${field.length === 16 ? `${field}:00` : field}+08:00`
