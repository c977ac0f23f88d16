import type { Instant } from '../instant.ts'
import type { Parameter } from '../policy/parameter.ts'
import type { Calendar } from '../time/calendar.ts'
import { addDays, endOfDay, localDate } from '../time/local.ts'
import { daysAtWork, type Span } from '../window/exposure.ts'

/** When an entry that its person never opens counts as known. A house rule: no rulebook speaks of it. */
export const deliveryParameters: Record<string, Parameter> = {
  'consequence.deliveredAfter': {
    clause: null,
    label: {
      zh: '通知送达后本人在岗多少个工作日视为知悉（空：须本人打开或当面送达）',
      en: 'Working days at work after the notice was delivered that count as having seen it (blank: only opened or handed over)',
    },
    unit: 'workingDays',
    value: 5,
  },
}

/** How somebody came to know of an entry. */
export const SEEN_BY = ['opened', 'handedOver', 'delivered'] as const
export type SeenBy = (typeof SEEN_BY)[number]

/** What was sent about an entry, and whether its person can open it here. */
export interface Delivery {
  active: boolean
  inAppAt: Instant | null
  /** Whether an e-mail was sent, and when it arrived; undefined: the person has no mailbox. */
  email?: Instant | null
}

/**
 * When a notice was delivered by every way that was taken: in the app, for who can still sign in, and by mail for who has
 * a mailbox. Null while one is under way, or where nothing can reach the person: then somebody hands it over.
 */
export function deliveredAt({ active, inAppAt, email }: Delivery): Instant | null {
  if (email === null || (!active && email === undefined)) return null
  const ways = [...(active && inAppAt !== null ? [inAppAt] : []), ...(email === undefined ? [] : [email])]
  return ways.length === 0 ? null : Math.max(...ways)
}

/**
 * The last second of the working day up to which a delivered entry may lie unopened: so many working days after the
 * delivery's, days of leave not counted. Null while that day has not come by `now`.
 */
export function seenByDelivery(
  calendar: Calendar,
  delivered: Instant,
  workingDays: number,
  leave: readonly Span[],
  now: Instant,
): Instant | null {
  const range = { fromOn: addDays(localDate(delivered), 1), toOn: localDate(now) }
  const on = daysAtWork(calendar, [{ fromAt: delivered, toAt: null }], leave, range)[workingDays - 1]
  return on === undefined ? null : endOfDay(on)
}
