import { DAY, MINUTE, SECOND } from '../instant.ts'

/**
 * How an attempt to mail something ended. `accepted`: the server took it (250). `refused`: it said no for good (5xx).
 * `deferred`: not now (4xx). `down`: our own mail failed before it came to the recipient (no connection, sign-in, 421).
 */
export type Attempt = 'accepted' | 'refused' | 'deferred' | 'down'

/** The code of `down` where no mail server is set at all. */
export const NOT_CONFIGURED = 'notConfigured'

/** House rule: a server that keeps deferring one recipient is asked this often in all. */
export const MOST_DEFERRALS = 10
/** House rule: while our own mail is down things wait, but nobody wants notices older than this. */
export const LONGEST_WAIT_MS = 3 * DAY

/** House rule: how often it is looked whether a mail server has been set meanwhile. */
const LOOK_AGAIN_MS = 10 * MINUTE

/**
 * Milliseconds until the next attempt after the `attempts`-th (from 1); null: given up for good. A server of ours that
 * is down is tried at least every minute, so that what waits goes out at once when it is back.
 */
export function retryAfter(
  outcome: Exclude<Attempt, 'accepted'>,
  attempts: number,
  ageMs: number,
  code?: string,
): number | null {
  if (outcome === 'refused') return null
  if (code === NOT_CONFIGURED) return ageMs >= LONGEST_WAIT_MS ? null : LOOK_AGAIN_MS
  const doubled = (first: number, most: number) => Math.min(most, first * 2 ** Math.min(attempts - 1, 20))
  if (outcome === 'down') return ageMs >= LONGEST_WAIT_MS ? null : doubled(2 * SECOND, MINUTE)
  return attempts >= MOST_DEFERRALS ? null : doubled(30 * SECOND, 15 * MINUTE)
}
