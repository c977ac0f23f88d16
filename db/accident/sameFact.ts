import { and, between, desc, eq, isNotNull, ne, or } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { isBlank, numberOf, type Terms } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { formatInstant } from '../../rules/time/local.ts'
import type { Tx } from '../client.ts'
import { accidents } from '../schema/accident.ts'
import { cases } from '../schema/case.ts'

/** An accident about to be recorded. */
export interface Recorded {
  engineerId: string
  occurredAt: Instant
  sourceCaseId?: string
  terms: Terms
}

/**
 * One fact is one accident: refuses another one of the same engineer that came up in the same case, or lies within the
 * house rule `accident.sameWithin` of one on record. Further grounds belong to that one; whoever knows that it was another
 * fact says so and doesn't ask here. The engineer's row is locked by the caller, so that two reports take turns.
 *
 * @throws Refusal `accident.sameFact`
 */
export async function refuseSameFact(tx: Tx, given: Recorded): Promise<void> {
  const { engineerId, occurredAt, sourceCaseId, terms } = given
  const ms = isBlank(terms, 'accident.sameWithin') ? null : numberOf(terms, 'accident.sameWithin')
  const near = ms === null ? undefined : between(accidents.occurredAt, occurredAt - ms, occurredAt + ms)
  const sameCase = sourceCaseId === undefined ? undefined : eq(accidents.sourceCaseId, sourceCaseId)
  if (!near && !sameCase) return
  const [known] = await tx
    .select({ occurredAt: accidents.occurredAt })
    .from(accidents)
    .innerJoin(cases, and(eq(cases.id, accidents.caseId), ne(cases.state, 'withdrawn')))
    .where(and(eq(accidents.engineerId, engineerId), isNotNull(accidents.class), or(sameCase, near)))
    .orderBy(desc(accidents.occurredAt))
    .limit(1)
  if (!known) return
  refuse('accident.sameFact', {
    field: 'separate',
    params: { at: formatInstant(known.occurredAt).slice(0, 16).replace('T', ' ') },
  })
}
