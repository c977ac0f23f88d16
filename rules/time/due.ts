import { SECOND, type Instant } from '../instant.ts'

/** `within` (内) includes the whole last second; `before` (前) excludes the instant itself. */
export type Edge = 'within' | 'before'

/**
 * The first instant that is late. People read and write seconds, so `within 00:20:40` holds through 00:20:40.999 and
 * 00:20:41 is late; `before 18:00:00` is late at 18:00:00.000.
 */
export function lateFrom(dueAt: Instant, edge: Edge): Instant {
  return edge === 'before' ? dueAt : Math.floor(dueAt / SECOND) * SECOND + SECOND
}

/** Whether an act at this instant misses its due time. */
export function isLate(occurredAt: Instant, dueAt: Instant, edge: Edge): boolean {
  return occurredAt >= lateFrom(dueAt, edge)
}
