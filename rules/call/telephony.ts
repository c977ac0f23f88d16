import type { Instant } from '../instant.ts'

export const CTI_EVENTS = ['newCall', 'answer', 'hangup'] as const

/** One message of a telephone system about one call, in the shape PBXs send to a CTI hook. Numbers are normalised. */
export interface CtiEvent {
  event: (typeof CTI_EVENTS)[number]
  direction: 'in' | 'out'
  /** Null: the number was withheld. */
  from: string | null
  to: string | null
  cause?: string
  /** Who of ours answered, as the PBX knows them. */
  user?: string
  answeringNumber?: string
  occurredAt: Instant
}

/** What is known of one call leg from the events that have arrived, in whatever order they did. */
export interface Leg {
  direction: 'in' | 'out'
  from: string | null
  to: string | null
  startedAt: Instant
  answeredAt: Instant | null
  endedAt: Instant | null
  answeredUser: string | null
  answeringNumber: string | null
  state: 'ringing' | 'talking' | 'talked' | 'missed' | 'unanswered' | 'forwarded'
}

/** Adds up the events of one leg. The order of arrival doesn't matter; at least one event is needed. */
export function legOf(events: readonly CtiEvent[]): Leg {
  const ordered = [...events].sort((a, b) => a.occurredAt - b.occurredAt || rank(a) - rank(b))
  const first = ordered[0]
  if (!first) throw new Error('a call leg has at least one event')
  const answer = ordered.find((event) => event.event === 'answer')
  const hangup = ordered.findLast((event) => event.event === 'hangup')
  const known = (key: 'from' | 'to') => ordered.find((event) => event[key])?.[key] ?? null
  return {
    direction: first.direction,
    from: known('from'),
    to: known('to'),
    startedAt: first.occurredAt,
    answeredAt: answer?.occurredAt ?? null,
    endedAt: hangup?.occurredAt ?? null,
    answeredUser: answer?.user ?? null,
    answeringNumber: answer?.answeringNumber ?? null,
    state: stateOf(first.direction, answer, hangup),
  }
}

const rank = (event: CtiEvent) => CTI_EVENTS.indexOf(event.event)

function stateOf(direction: 'in' | 'out', answer?: CtiEvent, hangup?: CtiEvent): Leg['state'] {
  if (answer) return hangup ? 'talked' : 'talking'
  if (!hangup) return 'ringing'
  // A forwarded call goes on as a leg of its own, which will be missed or answered itself.
  if (hangup.cause === 'forwarded') return 'forwarded'
  return direction === 'in' ? 'missed' : 'unanswered'
}
