import { eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { newId } from '../id.ts'
import { equipmentRepair, repairNote } from '../schema/repair.ts'
import { readRepair } from './repairs.ts'

/** What somebody puts right about a repair. */
export type RepairChange =
  | { kind: 'stated'; failedAt: Instant }
  | { kind: 'setAside' | 'restored'; signId: string }
  | { kind: 'takenBack' }

/**
 * Puts right what is derived about a repair, with the reason: the thing failed though nothing shows it; something that
 * looks like a failure is none, or is one after all; the repair should not stand. Never done by the engineer whose repair it is.
 * @throws Refusal `repair.unknown`, `repair.ownMatter`, `repair.takenBack`, `repair.failedBefore`, `repair.unknownSign`,
 * `fact.future`
 */
export async function correctRepair(
  tx: Tx,
  { repairId, byId, reason, change }: { repairId: string; byId: string; reason: string; change: RepairChange },
  scope: Scope,
  now: Instant,
): Promise<{ id: string }> {
  // Two corrections at once wait for each other, so that the second sees the first.
  await tx
    .select({ id: equipmentRepair.id })
    .from(equipmentRepair)
    .where(eq(equipmentRepair.id, repairId))
    .for('update')
  const found = await readRepair(tx, repairId, scope, now)
  if (found.engineerId === byId) refuse('repair.ownMatter')
  if (!found.stands) refuse('repair.takenBack')
  if (change.kind === 'stated') {
    if (change.failedAt > now) refuse('fact.future', { field: 'failedAt' })
    if (change.failedAt <= found.repairedAt) refuse('repair.failedBefore', { field: 'failedAt' })
  }
  if (change.kind === 'setAside' || change.kind === 'restored') {
    const sign = found.signs.find(({ id }) => id === change.signId)
    if (!sign || sign.setAside !== (change.kind === 'restored')) refuse('repair.unknownSign', { field: 'signId' })
  }
  const id = newId()
  await tx.insert(repairNote).values({ id, repairId, reason, byId, recordedAt: now, ...change })
  return { id }
}
