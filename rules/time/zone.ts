import { HOUR } from '../instant.ts'
import { TimeError } from './error.ts'

/**
 * Zones whose offset has not moved since long before any fact recorded here (no daylight saving time), in hours.
 * A zone with daylight saving time needs a transition table, so it is refused rather than guessed.
 */
const OFFSET_HOURS = {
  'Asia/Shanghai': 8,
  'Asia/Urumqi': 6,
  'Asia/Hong_Kong': 8,
  'Asia/Macau': 8,
  'Asia/Taipei': 8,
  'Asia/Singapore': 8,
  'Asia/Bangkok': 7,
  'Asia/Tokyo': 9,
  UTC: 0,
} as const

export type Zone = keyof typeof OFFSET_HOURS

/** The company's zone unless configured otherwise. */
export const COMPANY_ZONE: Zone = 'Asia/Shanghai'

/** Offset of local time from UTC in milliseconds; positive is east. */
export function offsetOf(zone: Zone): number {
  return OFFSET_HOURS[zone] * HOUR
}

/** Reads a configured IANA name. Throws TimeError for a zone that is unknown or changes its offset. */
export function asZone(name: string): Zone {
  if (Object.hasOwn(OFFSET_HOURS, name)) return name as Zone
  const known = Object.keys(OFFSET_HOURS).join(', ')
  throw new TimeError({
    zh: `不支持时区“${name}”，可用：${known}`,
    en: `zone "${name}" is not supported, use one of ${known}`,
  })
}
