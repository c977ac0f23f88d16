import type { CaseView, Fact } from './case.ts'
import type { Instant } from './instant.ts'
import { statedTerms } from './policy/stated.ts'
import type { Terms } from './policy/parameter.ts'
import { createCalendar } from './time/calendar.ts'
import { parseInstant } from './time/local.ts'
import { publishedYears } from './time/published.ts'

const calendar = createCalendar({ years: publishedYears })

/** An instant of the company's clock, `2026-03-02T09:00:00`. */
export const at = (local: string): Instant => parseInstant(`${local}+08:00`)

/** What happened, when, and what it says; who said it where that matters. */
export interface Told {
  kind: string
  at: Instant
  data?: object
  byId?: string
  correctsId?: string
  recordedAt?: Instant
}

/** A case of the published years under the rulebooks as they are written: its facts have the ids `1`, `2`, … */
export function viewOf(
  kind: string,
  told: readonly Told[],
  given: { startedAt?: Instant; terms?: Terms } = {},
): CaseView {
  const facts = told.map(
    ({ kind: what, at: occurredAt, data = {}, byId = null, correctsId = null, recordedAt }, i): Fact => {
      const known = recordedAt ?? occurredAt
      return {
        id: String(i + 1),
        kind: what,
        occurredAt,
        knownAt: null,
        recordedAt: known,
        receivedAt: known,
        byId,
        data: { ...data },
        correctsId,
      }
    },
  )
  return { id: 'case', kind, startedAt: 0, terms: statedTerms(), calendar, facts, ...given }
}
