import type { Instant } from './instant.ts'
import type { Owed } from './obligation/obligation.ts'
import type { Terms } from './policy/parameter.ts'
import type { Story } from './story.ts'
import type { Calendar } from './time/calendar.ts'

/** Something that happened to a case, as the rules read it. */
export interface Fact {
  id: string
  kind: string
  occurredAt: Instant
  knownAt: Instant | null
  recordedAt: Instant
  receivedAt: Instant
  byId: string | null
  data: Record<string, unknown>
  correctsId: string | null
}

/** All that decides what a case owes: its facts in the order they occurred, its terms, its calendar. */
export interface CaseView {
  id: string
  kind: string
  startedAt: Instant
  terms: Terms
  calendar: Calendar
  facts: readonly Fact[]
}

/** A procedure: the story, and what each promise in it means for a given case. An empty list: not owed. */
export interface Procedure {
  kind: string
  story: Story
  owed: (promise: string, view: CaseView) => Owed[]
}

/** The latest fact of a kind, corrections taken into account (a corrected fact is no longer there). */
export function latest(view: CaseView, kind: string): Fact | undefined {
  return all(view, kind).at(-1)
}

/** All facts of a kind that stand, in the order they occurred; one that a later fact corrects does not. */
export function all(view: CaseView, kind: string): Fact[] {
  const corrected = new Set(view.facts.map((fact) => fact.correctsId))
  return view.facts.filter((fact) => fact.kind === kind && !corrected.has(fact.id))
}
