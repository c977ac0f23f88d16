import type { Instant } from '../../rules/instant.ts'
import { citation, isBlank, numberOf } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import type { Case } from '../case/lock.ts'
import type { Tx } from '../client.ts'
import { hadRole } from '../person/grantsAt.ts'
import { consequences } from '../schema/consequence.ts'
import { announce } from './announce.ts'

/**
 * Enters what a supervisor pays for covering up a missing or forged signature (S0-A-7.S3), as the general manager found
 * it in the case of that signature. Once for each finding. Refuses somebody who was not the supervisor at any time between
 * the service and the finding.
 */
export async function enterCoverUp(
  tx: Tx,
  held: Case,
  { supervisorId, factId, servedAt, byId }: { supervisorId: string; factId: string; servedAt: Instant; byId: string },
  now: Instant,
): Promise<void> {
  if (supervisorId === byId) refuse('consequence.concerned', { field: 'coveredUpById' })
  if (!(await hadRole(tx, supervisorId, 'serviceSupervisor', { fromAt: servedAt, throughAt: now })))
    refuse('serviceTask.notSupervisor', { field: 'coveredUpById', clause: 'S0-A-7.S3' })
  if (!held.terms['serviceTask.coverUp'] || isBlank(held.terms, 'serviceTask.coverUp')) return
  const amountFen = -numberOf(held.terms, 'serviceTask.coverUp')
  const key = `coverUp:${factId}`
  await tx.insert(consequences).values({
    key,
    kind: 'fine',
    personId: supervisorId,
    caseId: held.id,
    amountFen,
    ...citation(held.terms, 'serviceTask.coverUp'),
    occurredAt: now,
    recordedAt: now,
    byId,
    arithmetic: { rule: 'coverUp', amountFen },
    evidenceIds: [factId],
    sample: held.sample,
  })
  await announce(tx, [key], now)
}
