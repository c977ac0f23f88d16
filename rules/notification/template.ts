import type { IncidentFlag } from '../incident/incident.ts'
import type { Instant } from '../instant.ts'
import type { Text } from '../text.ts'
import { localDate, localTime } from '../time/local.ts'

/** What a template may speak of: the notice's own parameters, and the words looked up for its ids when it is read. */
export interface Given {
  params: Readonly<Record<string, unknown>>
  /** What the promise is called, and its clause's title where it rests on one. */
  promise?: Text
  clauseTitle?: Text
  /** The person who promised. */
  bearer?: string
  /** The report an author submitted. */
  report?: { subject: string; body: string; author: string; flags: readonly IncidentFlag[]; knownAt: Instant }
}

/** A notice in words. Plain text; lines are separated by \n. */
export interface Wording {
  title: Text
  body: Text
}

export type Template = (given: Given) => Wording

/** Clock time as people write it, in the company's zone; empty where there is none. */
export function when(at: unknown): string {
  return typeof at === 'number' ? `${localDate(at as Instant)} ${localTime(at as Instant)}` : ''
}

/** Money as people write it, from fen. */
export function yuan(fen: unknown): string {
  return typeof fen === 'number' ? `${fen < 0 ? '−' : ''}¥${(Math.abs(fen) / 100).toFixed(2)}` : ''
}
