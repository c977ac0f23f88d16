import { eq } from 'drizzle-orm'
import { resolvedBy } from '../../rules/accident/owed.ts'
import type { Instant } from '../../rules/instant.ts'
import { citation, isBlank, numberOf } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { writeFact } from '../case/record.ts'
import { viewOf } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { announce } from '../consequence/announce.ts'
import { consequences } from '../schema/consequence.ts'
import { findAny } from './find.ts'

/**
 * The general manager judges that the bulletin of a resolved accident came too late, or not at all: it costs the
 * supervisor of that time what S0-A-7.S1c says, once. For as long as the rulebook leaves its time blank; with a time the
 * clock judges. Not for the engineer or the supervisor.
 */
export async function judgeBulletin(
  tx: Tx,
  { caseId, reason, byId }: { caseId: string; reason: string; byId: string },
  now: Instant,
): Promise<void> {
  const { held, accident } = await findAny(tx, caseId)
  const { terms, sample } = held
  const clause = 'S0-A-7.S1c'
  const { supervisorId, engineerId } = accident
  if (byId === engineerId || byId === supervisorId) refuse('accident.concerned', { clause })
  if (!isBlank(terms, 'accident.bulletin')) refuse('accident.bulletinHasTime', { clause })
  const resolved = resolvedBy(await viewOf(tx, held))
  if (!resolved || accident.class === null) return refuse('accident.notResolved', { clause })
  if (supervisorId === null) return refuse('accident.noSupervisor', { clause })
  if (isBlank(terms, 'accident.bulletinLate')) refuse('penalty.noLimit', { clause })
  const key = `bulletin:${caseId}`
  const judged = await tx.select({ id: consequences.id }).from(consequences).where(eq(consequences.key, key))
  if (judged.length > 0) refuse('accident.bulletinJudged', { clause })
  const factId = (await writeFact(tx, caseId, { kind: 'bulletinLate', occurredAt: now, byId, data: { reason } }, now))!
  const amountFen = -numberOf(terms, 'accident.bulletinLate')
  await tx.insert(consequences).values({
    key,
    kind: 'fine',
    personId: supervisorId,
    caseId,
    amountFen,
    ...citation(terms, 'accident.bulletinLate'),
    occurredAt: now,
    recordedAt: now,
    byId,
    arithmetic: { rule: 'bulletinJudged', resolvedAt: resolved.occurredAt, amountFen },
    evidenceIds: [resolved.id, factId],
    sample,
  })
  await announce(tx, [key], now)
}
