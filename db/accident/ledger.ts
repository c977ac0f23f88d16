import { and, eq, like } from 'drizzle-orm'
import { accidentFines } from '../../rules/accident/entries.ts'
import { classNow, groundsOf } from '../../rules/accident/owed.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Case } from '../case/lock.ts'
import { viewOf } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { reconcile } from '../consequence/reconcile.ts'
import { accidents } from '../schema/accident.ts'
import { consequences } from '../schema/consequence.ts'
import { markWindows } from '../window/mark.ts'

/**
 * Makes the ledger say what an accident costs by the grounds that stand now, and has the windows of both people computed
 * anew. One accident counts once: where its class, bearer or time changed, the old entries are reversed. The case must
 * be locked.
 */
export async function enterFines(
  tx: Tx,
  held: Case,
  now: Instant,
  formerSupervisorId: string | null = null,
): Promise<void> {
  const view = await viewOf(tx, held)
  const found = held.state === 'withdrawn' ? null : (classNow(view)?.class ?? null)
  const [before] = await tx.select().from(accidents).where(eq(accidents.caseId, held.id))
  const { engineerId, supervisorId, occurredAt } = before!
  // Both marks at once, in the order of their ids: two accidents of the same people must not wait for each other.
  await markWindows(tx, [engineerId, supervisorId, formerSupervisorId])
  await tx.update(accidents).set({ class: found }).where(eq(accidents.caseId, held.id))
  const groundIds = groundsOf(view).map((fact) => fact.id)
  const desired = accidentFines({
    caseId: held.id,
    occurredAt,
    class: found,
    groundIds,
    engineerId,
    supervisorId,
    terms: held.terms,
  })
  const ofCase = (keys: string) => and(eq(consequences.caseId, held.id), like(consequences.key, keys))
  const because = { rule: 'reclassified', class: found }
  await reconcile(tx, ofCase('accident:%'), desired, because, groundIds, now)
  // A bulletin of no accident was nobody's to send, whatever was judged of it.
  if (found === null) await reconcile(tx, ofCase('bulletin:%'), [], because, groundIds, now)
}
