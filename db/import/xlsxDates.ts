import { DAY, SECOND } from '../../rules/instant.ts'
import { tokens } from './xml.ts'

/** Formats that are dates or times without saying how: 14–22 and 45–47 everywhere, the others in East Asia. */
const BUILT_IN = [...span(14, 22), ...span(27, 36), ...span(45, 47), ...span(50, 58)]

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** Which styles of a workbook show their number as a date or a time. */
export function dateStyles(styles: string): Set<number> {
  const dates = new Set(BUILT_IN)
  const found = new Set<number>()
  let [inStyles, n] = [false, 0]
  for (const { kind, value, attribute } of tokens(styles)) {
    if (value === 'cellXfs') inStyles = kind === 'open'
    if (kind !== 'open') continue
    if (value === 'numFmt' && isDateFormat(attribute('formatCode') ?? '')) dates.add(Number(attribute('numFmtId')))
    if (value !== 'xf' || !inStyles) continue
    if (dates.has(Number(attribute('numFmtId')))) found.add(n)
    n++
  }
  return found
}

/** Whether a format shows years, months, days, hours or seconds, apart from words in quotes and colours in brackets. */
const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '').replace(/general/gi, ''))

/** 1 January 1970 as Excel counts days, from 1900 and from 1904. */
const EPOCH = { from1900: 25_569, from1904: 24_107 }

/** A day number of Excel as `2026-02-16`, `2026-02-16 18:00` or, below one day, `18:00`. */
export function dateText(serial: number, from1904: boolean): string {
  const epoch = from1904 ? EPOCH.from1904 : EPOCH.from1900
  const ms = Math.round(((serial - epoch) * DAY) / SECOND) * SECOND
  if (Math.abs(ms) > 8.64e15) return String(serial)
  const [date, time] = new Date(ms).toISOString().slice(0, 19).split('T') as [string, string]
  const clock = time.endsWith(':00') ? time.slice(0, 5) : time
  if (serial >= 0 && serial < 1) return clock
  return time === '00:00:00' ? date : `${date} ${clock}`
}
