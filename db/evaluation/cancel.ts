import { eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { withdraw, writeFact } from '../case/record.ts'
import { obligationsOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { evaluations } from '../schema/evaluation.ts'
import { forAssessor, type Assessor } from './assess.ts'

/**
 * Takes back an evaluation that somebody opened by hand and nobody has scored, as one of the wrong person or time. One
 * that opened by itself is owed. Its time is free for another.
 */
export async function cancelEvaluation(
  tx: Tx,
  { caseId, reason, ...assessor }: Assessor & { caseId: string; reason: string },
  now: Instant,
): Promise<Obligation[]> {
  const { found, row, programme } = await forAssessor(tx, caseId, assessor)
  if (row.openedById === null) refuse('evaluation.owed', { clause: programme.clause })
  if (row.assessedAt !== null) refuse('evaluation.scored')
  const fact = { kind: 'withdrawn', occurredAt: now, byId: assessor.byId, data: { reason } }
  const factId = (await writeFact(tx, caseId, fact, now))!
  await withdraw(tx, found.held, factId, 'withdrawn', now)
  await tx
    .update(evaluations)
    .set({ key: `${row.key}:${caseId}` })
    .where(eq(evaluations.caseId, caseId))
  return obligationsOf(tx, caseId)
}
