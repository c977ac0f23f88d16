import { and, eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { citation, isBlank, numberOf } from '../../rules/policy/parameter.ts'
import { refuse, type ProblemCode } from '../../rules/problem.ts'
import type { Case } from '../case/lock.ts'
import { writeFact } from '../case/record.ts'
import type { Tx } from '../client.ts'
import { obligations } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { announce } from './announce.ts'

export interface JudgedLate {
  /** The case, locked. */
  held: Case
  /** Names what was late, so that it is judged once. */
  key: string
  /** The promise that was kept late, or not at all. */
  promise: string
  personId: string
  /** The parameter that says what it costs. */
  fine: string
  /** The fact to write, by which the rules know that it was judged. */
  fact: string
  arithmetic: Record<string, unknown> & { rule: string }
  /** The facts it rests on beside the judgement. */
  evidenceIds: string[]
  reason: string
  byId: string
  /** What to say of one that was judged already. */
  again: ProblemCode
}

/**
 * Enters what being late costs where the rulebook leaves the time blank and a person judged it, once. From then on the
 * promise costs nothing by the clock: should the blank be filled in later, nobody pays twice. Refuses one whose fine is
 * blank too. @throws Refusal
 */
export async function enterJudgedLate(tx: Tx, given: JudgedLate, now: Instant): Promise<void> {
  const { held, key, promise, personId, fine, fact, arithmetic, evidenceIds, reason, byId, again } = given
  const { id: caseId, terms, sample } = held
  const cited = citation(terms, fine)
  if (isBlank(terms, fine)) refuse('penalty.noLimit', { clause: cited.clause })
  const judged = await tx.select({ id: consequences.id }).from(consequences).where(eq(consequences.key, key))
  if (judged.length > 0) refuse(again, { clause: cited.clause })
  const factId = (await writeFact(tx, caseId, { kind: fact, occurredAt: now, byId, data: { reason } }, now))!
  const amountFen = -numberOf(terms, fine)
  await tx.insert(consequences).values({
    key,
    kind: 'fine',
    personId,
    caseId,
    amountFen,
    ...cited,
    occurredAt: now,
    recordedAt: now,
    byId,
    arithmetic: { ...arithmetic, amountFen },
    evidenceIds: [...evidenceIds, factId],
    sample,
  })
  await tx
    .update(obligations)
    .set({ stake: null })
    .where(and(eq(obligations.caseId, caseId), eq(obligations.promise, promise)))
  await announce(tx, [key], now)
}
