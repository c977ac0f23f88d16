import { eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { lockCase, withdraw, writeFact } from '../case/record.ts'
import type { Tx } from '../client.ts'
import type { Entry } from '../consequence/enter.ts'
import { recommendations } from '../schema/window.ts'
import { moveGrade } from './decide.ts'

/**
 * An appeal lifted an approved recommendation: it is revoked, the grade on record goes back to what it was, and what the
 * general manager was asked to decide anew is nobody's to decide any more. The person's file is locked by the caller.
 */
export async function liftRecommendation(
  tx: Tx,
  { file, entry, byId }: { file: string; entry: Entry; byId: string },
  now: Instant,
): Promise<void> {
  const decision = 'revoked' as const
  const [row] = await tx
    .update(recommendations)
    .set({ decision })
    .where(eq(recommendations.consequenceId, entry.id))
    .returning()
  const { personId, action } = row!
  await moveGrade(tx, { file, personId, action, entry, decision, byId }, now)
  const held = (await lockCase(tx, entry.caseId))!
  if (held.state !== 'open') return
  const factId = await writeFact(tx, held.id, { kind: 'appealLifted', occurredAt: now, byId }, now)
  await withdraw(tx, held, factId!, 'appealLifted', now)
}
