import { BULLETIN_LATE, resolvedBy } from '../../rules/accident/owed.ts'
import type { Instant } from '../../rules/instant.ts'
import { isBlank } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { viewOf } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { enterJudgedLate } from '../consequence/judgedLate.ts'
import { concerns } from './barred.ts'
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
  const { terms } = held
  const clause = 'S0-A-7.S1c'
  const { supervisorId } = accident
  if (concerns(accident, byId)) refuse('accident.concerned', { clause })
  if (!isBlank(terms, 'accident.bulletin')) refuse('accident.bulletinHasTime', { clause })
  const resolved = resolvedBy(await viewOf(tx, held))
  if (!resolved || accident.class === null) return refuse('accident.notResolved', { clause })
  if (supervisorId === null) return refuse('accident.noSupervisor', { clause })
  await enterJudgedLate(
    tx,
    {
      held,
      key: `bulletin:${caseId}`,
      promise: 'bulletin',
      personId: supervisorId,
      fine: 'accident.bulletinLate',
      fact: BULLETIN_LATE,
      arithmetic: { rule: 'bulletinJudged', resolvedAt: resolved.occurredAt },
      evidenceIds: [resolved.id],
      reason,
      byId,
      again: 'accident.bulletinJudged',
    },
    now,
  )
}
