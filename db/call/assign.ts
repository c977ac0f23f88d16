import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { checkClaim, findOpen, keep, openRows } from '../case/keep.ts'
import { settingOf } from '../../rules/policy/parameter.ts'
import { recompute } from '../case/recompute.ts'
import { proceed, settle, writeFact } from '../case/record.ts'
import { obligationsOf, type Obligation } from '../case/view.ts'
import { calls } from '../schema/call.ts'
import type { Tx } from '../client.ts'

export interface Assignment {
  caseId: string
  /** Somebody of ours, or else somebody outside the register by name and company. */
  assigneeId?: string
  external?: string
  occurredAt: Instant
  byId: string
}

/**
 * Assigns a recorded call (S2-3.1.4(2)a), or hands it to somebody else: the first one is released, and the quarter hour
 * runs on from where it began.
 */
export async function assignCall(tx: Tx, procedure: Procedure, given: Assignment, now: Instant): Promise<Obligation[]> {
  const { caseId, assigneeId, external, occurredAt, byId } = given
  const found = await findOpen(tx, 'call', caseId)
  const [call] = await tx.select().from(calls).where(eq(calls.caseId, caseId))
  if (assigneeId && assigneeId === call?.assigneeId) refuse('call.sameAssignee', { field: 'assigneeId' })
  const fact = { kind: 'assigned', occurredAt, byId, data: assigneeId ? { assigneeId } : { external: true } }
  await tx
    .update(calls)
    .set({ assigneeId: assigneeId ?? null, assigneeExternal: external ?? null })
    .where(eq(calls.caseId, caseId))
  const first = found.rows.some((row) => row.promise === 'assign' && row.work === 'open')
  if (first) {
    const rows = await keep(tx, procedure, found, { promise: 'assign', fact }, now)
    if (settingOf<string>(found.held.terms, 'call.quarterFrom') !== 'assignment') return rows
    // In this reading the taker's quarter hour begins here too.
    await recompute(tx, [found.held], now)
    return obligationsOf(tx, caseId)
  }
  const bearing = await openRows(procedure, found, 'contact')
  const factId = await writeFact(tx, caseId, { ...fact, provisional: checkClaim(found.held, occurredAt, now) }, now)
  await settle(
    tx,
    caseId,
    bearing.map((row) => ({
      obligationId: row.id,
      work: 'released' as const,
      occurredAt,
      factId,
      reason: 'reassigned',
    })),
    now,
  )
  return proceed(tx, procedure, found.held, now)
}
