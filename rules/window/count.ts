import type { Instant } from '../instant.ts'
import { addMonths, atTime, localDate } from '../time/local.ts'
import { firstOfMonth, plusMonths } from './months.ts'

export interface CountedEvent {
  id: string
  at: Instant
}

/** How many events make a hit, within which time, and whether an event counts again after one. */
export interface CountReading {
  count: number
  /** Null: for ever. */
  months: number | null
  /** `rolling`: by date and clock time from the first event, that instant included. `calendar`: so many calendar months. */
  span: 'rolling' | 'calendar'
  /** `once`: an event that made a hit is used up. `again`: it counts on. */
  reuse: 'once' | 'again'
}

/**
 * Every time at which enough events fall into the window: the events of each hit, in order; the last one completes it.
 * The completing event's reading counts; null where a blank blocks the rule. The order of arrival does not matter.
 */
export function countHits<E extends CountedEvent>(
  events: readonly E[],
  readingOf: (completing: E) => CountReading | null,
): E[][] {
  return count(events, readingOf).hits
}

/** The events that another one at `now` would still be counted with: not used up, and near enough. In order. */
export function stillCounting<E extends CountedEvent>(
  events: readonly E[],
  readingOf: (completing: E) => CountReading | null,
  reading: CountReading,
  now: Instant,
): E[] {
  return count(events, readingOf)
    .free.filter(({ at }) => fits(at, now, reading))
    .slice(reading.count > 1 ? 1 - reading.count : Infinity)
}

function count<E extends CountedEvent>(events: readonly E[], readingOf: (completing: E) => CountReading | null) {
  const hits: E[][] = []
  let free: E[] = []
  for (const event of inOrder(events)) {
    free.push(event)
    const reading = readingOf(event)
    if (reading === null || reading.count < 1 || free.length < reading.count) continue
    // Asked of each: three months after 30 November end a day's clock time before those after the 29th do.
    const near = free.filter(({ at }) => fits(at, event.at, reading))
    if (near.length < reading.count) continue
    const group = near.slice(-reading.count)
    hits.push(group)
    if (reading.reuse === 'once') free = free.filter((one) => !group.includes(one))
  }
  return { hits, free }
}

/** The last instant at which an event still counts with one at `firstAt`; null: for ever. */
export function countsUntil(firstAt: Instant, { months, span }: CountReading): Instant | null {
  if (months === null) return null
  if (span === 'rolling') return plusMonths(firstAt, months)
  return atTime(addMonths(firstOfMonth(localDate(firstAt)), months), '00:00') - 1
}

/** By time, then by id, so that two at the same millisecond have an order of their own. */
export function inOrder<E extends CountedEvent>(events: readonly E[]): E[] {
  return [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

function fits(firstAt: Instant, lastAt: Instant, reading: CountReading): boolean {
  const untilAt = countsUntil(firstAt, reading)
  return untilAt === null || lastAt <= untilAt
}
