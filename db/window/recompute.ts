import { and, eq, like, ne } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'
import { engineerEntries } from '../../rules/window/engineer.ts'
import type { WindowEntry } from '../../rules/window/entry.ts'
import type { EngineerHistory } from '../../rules/window/history.ts'
import { supervisorEntries } from '../../rules/window/supervisor.ts'
import type { Db, Tx } from '../client.ts'
import { reconcile, type DesiredEntry } from '../consequence/reconcile.ts'
import { raisesOf } from '../pay/raise.ts'
import { fileOf, lockFile } from '../record/file.ts'
import { consequences } from '../schema/consequence.ts'
import { heldRole } from '../schema/person.ts'
import { windowLooks } from '../schema/window.ts'
import { engineerHistory, supervisorHistory } from './history.ts'
import { followRecommendations } from './recommend.ts'
import { termsThrough } from './terms.ts'

/**
 * Computes the windows of those whose past changed, each person in a transaction of its own; at most `limit` at once.
 * Returns the cases to poke after the commits, and how many people there were. A background duty.
 */
export async function recomputeDue(
  db: Db,
  recommendation: Procedure,
  now: Instant,
  limit = 50,
): Promise<{ people: number; poke: string[] }> {
  const waiting = await db
    .select({ personId: windowLooks.personId })
    .from(windowLooks)
    .where(eq(windowLooks.due, true))
    .orderBy(windowLooks.personId)
    .limit(limit)
  const poke: string[] = []
  for (const { personId } of waiting)
    poke.push(...(await db.transaction((tx) => recomputeWindows(tx, recommendation, personId, now))))
  return { people: waiting.length, poke }
}

/**
 * Makes the ledger say what a person's windows call for, now that this is known of the past: entries it lacks, reversals
 * of those that no longer follow; recommendations go to the general manager, and go back there. Returns cases to poke.
 */
export async function recomputeWindows(
  tx: Tx,
  recommendation: Procedure,
  personId: string,
  now: Instant,
): Promise<string[]> {
  // The mark comes last: a verb that holds the person or the file, and then marks, waits for nobody who waits for it.
  await lockFile(tx, personId)
  await tx.select().from(windowLooks).where(eq(windowLooks.personId, personId)).for('update')
  const termsAt = await termsThrough(tx, personId, now)
  const posts = await postsEver(tx, personId)
  const history = posts.has('engineer') ? await engineerHistory(tx, personId, termsAt, now) : undefined
  const own = (entry: WindowEntry) => ({ ...entry, key: entry.key.replace(/^window:/, `window:${personId}:`) })
  const above = posts.has('serviceSupervisor') ? await supervisorHistory(tx, personId, termsAt, now) : undefined
  const desired = [...(history ? engineerEntries(history) : []), ...(above ? supervisorEntries(above) : [])].map(own)
  const known = [...eventsOf(history), ...(above?.accidents ?? []).map(({ id }) => id)]
  const costs = desired.filter((entry) => entry.kind !== 'recommendation')
  const theirs = and(eq(consequences.personId, personId), like(consequences.key, 'window:%'))
  const entered = and(theirs, ne(consequences.kind, 'recommendation'))
  await reconcile(tx, entered, await inFile(tx, personId, costs, now), { rule: 'window' }, known, now)
  // After the fines, which stand in the way of a raise.
  const raises = history ? (await raisesOf(tx, personId, history)).map(own) : []
  const asked = [...desired.filter((entry) => entry.kind === 'recommendation'), ...raises]
  const recommended = and(theirs, eq(consequences.kind, 'recommendation'))
  const followed = { personId, where: recommended, desired: asked, known }
  const poke = await followRecommendations(tx, recommendation, followed, now)
  await tx.update(windowLooks).set({ due: false, lookedAt: now }).where(eq(windowLooks.personId, personId))
  return poke
}

/** The facts that the windows of an engineer look at. */
function eventsOf(history: EngineerHistory | undefined): string[] {
  if (!history) return []
  const { accidents, exams, ratings, documents } = history
  return [...accidents, ...exams, ...ratings, ...documents.values()].map(({ id }) => id)
}

/** The roles a person holds or ever held: windows are of a post, and its past stays theirs. */
export async function postsEver(tx: Tx, personId: string): Promise<Set<Role>> {
  const rows = await tx.selectDistinct({ role: heldRole.role }).from(heldRole).where(eq(heldRole.personId, personId))
  return new Set(rows.map((row) => row.role))
}

/** Entries that belong to no procedure stand in the person's file. */
async function inFile(
  tx: Tx,
  personId: string,
  entries: readonly WindowEntry[],
  now: Instant,
): Promise<DesiredEntry[]> {
  if (entries.length === 0) return []
  const { id: caseId } = await fileOf(tx, personId, now)
  return entries.map((entry) => ({ ...entry, personId, caseId }))
}
