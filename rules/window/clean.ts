import type { LocalDate } from '../instant.ts'
import { addDays, addMonths } from '../time/local.ts'
import { firstOfMonth, monthNumber } from './months.ts'

/** Days from `fromOn` until, not including, `toOn`. */
export interface Stretch {
  fromOn: LocalDate
  toOn: LocalDate
}

/** What a month of a period turned out to be. `idle`: nothing happened in it because the person was not there. */
export type Finding = { state: 'clean' } | { state: 'idle' } | { state: 'blemished'; lastOn: LocalDate }

/** How a clean period is counted. */
export interface CleanReading {
  months: number
  /** `calendar`: whole calendar months in a row. `rolling`: months from the day after the last blemish. `fixed`: blocks counted from January. */
  span: 'calendar' | 'rolling' | 'fixed'
  /** `restart`: the next period begins after the last one. `overlap`: every month that ends enough clean ones earns anew. */
  overlap: 'restart' | 'overlap'
  /** Whether an idle month breaks the row, or the row goes on after it. */
  idle: 'breaks' | 'pauses'
}

export interface CleanQuestion {
  /** Where the records begin. */
  sinceOn: LocalDate
  /** Today: a month counts when it is over. */
  untilOn: LocalDate
  /** The reading that holds for a month that begins then; null where a blank blocks the rule. */
  readingOf(fromOn: LocalDate): CleanReading | null
  find(month: Stretch): Finding
}

/** Every clean period that is over: its months, in order. */
export const cleanPeriods = (question: CleanQuestion): Stretch[][] => walk(question).periods

/** The row that goes on: its clean months that are over, and the month that runs. */
export function cleanRow(question: CleanQuestion): { row: Stretch[]; running: Stretch } {
  const { row, running } = walk(question)
  return { row, running }
}

function walk({ sinceOn, untilOn, readingOf, find }: CleanQuestion) {
  const periods: Stretch[][] = []
  let row: Stretch[] = []
  let anchor = { on: sinceOn, months: 0 }
  for (;;) {
    const fromOn = addMonths(anchor.on, anchor.months)
    const reading = readingOf(fromOn)
    if (reading?.span !== 'rolling' && fromOn !== firstOfMonth(fromOn)) {
      anchor = { on: addMonths(firstOfMonth(fromOn), 1), months: 0 }
      continue
    }
    const month = { fromOn, toOn: addMonths(anchor.on, anchor.months + 1) }
    if (month.toOn > untilOn) return { periods, row, running: month }
    anchor = { ...anchor, months: anchor.months + 1 }
    const finding = reading === null ? ({ state: 'idle' } as const) : find(month)
    const fixed = reading?.span === 'fixed'
    if (fixed && monthNumber(fromOn) % reading.months === 0) row = []
    if (finding.state === 'clean') row.push(month)
    else if (finding.state === 'blemished' || fixed || reading?.idle !== 'pauses') row = []
    if (finding.state === 'blemished' && reading?.span === 'rolling')
      anchor = { on: addDays(finding.lastOn, 1), months: 0 }
    if (reading === null || reading.months < 1 || row.length < reading.months) continue
    periods.push(row.slice(-reading.months))
    row = reading.overlap === 'overlap' && !fixed ? row.slice(row.length - reading.months + 1) : []
  }
}
