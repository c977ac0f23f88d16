import { and, asc, eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { settingOf, type Terms } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { judgeLeaves, type JudgedLeave } from '../../rules/watch/leave.ts'
import type { Db, Tx } from '../client.ts'
import { personTerms } from '../evaluation/terms.ts'
import { absence, person } from '../schema/person.ts'

/** Somebody's personal leaves, each judged by the rulebook of its first day (S4-F-10); none where no cap binds them. */
export async function leavesOf(db: Db | Tx, personId: string, now: Instant): Promise<JudgedLeave[]> {
  const leaves = await db
    .select({ id: absence.id, fromAt: absence.fromAt, toAt: absence.toAt })
    .from(absence)
    .where(and(eq(absence.personId, personId), eq(absence.kind, 'personal')))
    .orderBy(asc(absence.fromAt), asc(absence.id))
  if (leaves.length === 0) return []
  const known = new Map<Instant, Terms>()
  for (const { fromAt } of leaves)
    if (!known.has(fromAt)) known.set(fromAt, await personTerms(db, 'attendance', personId, fromAt))
  const latest = known.get(leaves.at(-1)!.fromAt)!
  if (!('watch.leaveSpan' in latest)) return judgeLeaves(leaves, (at) => known.get(at)!, 'joined', now)
  return judgeLeaves(leaves, (at) => known.get(at)!, settingOf(latest, 'watch.leaveSpan'), now)
}

/** Of the personal leaves of these people, those beyond the cap: by absence, the clause and the latest end. */
export async function leavesOver(db: Db | Tx, personIds: readonly string[], now: Instant) {
  const over = new Map<string, { clause: string; untilAt: Instant }>()
  for (const personId of new Set(personIds))
    for (const { ids, isOver, watched } of await leavesOf(db, personId, now))
      if (isOver) for (const id of ids) over.set(id, { clause: watched.clause, untilAt: watched.untilAt! })
  return over
}

/**
 * Refuses personal leave that is to come and would be too long (S4-F-10), unless the rulebook says to flag it. What has
 * happened is written down whatever its length: the list shows it as too long. The absence stands in the table already.
 */
export async function checkLeave(tx: Tx, row: typeof absence.$inferSelect, now: Instant): Promise<void> {
  const { id, personId, kind, fromAt, toAt } = row
  if (kind !== 'personal' || toAt === null || toAt <= now) return
  // Two entries at once must not each look short.
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('no key update')
  const over = (await leavesOf(tx, personId, now)).find((leave) => leave.isOver && leave.ids.includes(id))
  if (!over) return
  const terms = await personTerms(tx, 'attendance', personId, over.fromAt)
  if (settingOf(terms, 'watch.leaveOver') === 'flagged') return
  const { clause, untilAt } = over.watched
  const months = String(terms['watch.leave']!.value)
  refuse('absence.tooLong', {
    field: fromAt > untilAt! ? 'fromAt' : 'toAt',
    clause,
    params: { months, until: formatInstant(untilAt!).slice(0, 16).replace('T', ' ') },
  })
}
