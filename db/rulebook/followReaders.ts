import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Bound } from '../../rules/rulebook/owed.ts'
import { atTime } from '../../rules/time/local.ts'
import type { Evidence } from '../case/judge.ts'
import { open, rowOf } from '../case/owe.ts'
import { lockCase, proceed, settle, writeFact } from '../case/record.ts'
import { reopen } from '../case/reopen.ts'
import { obligationsOf, viewOf, type Obligation } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { cases } from '../schema/case.ts'
import { rulebookAcknowledgements, rulebookDrafts } from '../schema/rulebook.ts'
import { boundPeople } from './bound.ts'
import { tellPeople } from './tell.ts'

/**
 * Sees to it that everybody whom a published rulebook binds is asked to acknowledge it: who came to be bound since (they
 * joined the house, or a project) is asked then, and who is bound no longer is waited for no longer. The newest version
 * of each rulebook only. Returns the cases to poke after the commits. A background duty.
 */
export async function followReaders(db: Db, procedure: Procedure, now: Instant): Promise<string[]> {
  const newest = await db
    .selectDistinctOn([rulebookDrafts.rulebookId], { caseId: rulebookDrafts.caseId })
    .from(rulebookDrafts)
    .innerJoin(cases, and(eq(cases.id, rulebookDrafts.caseId), ne(cases.state, 'withdrawn')))
    .where(isNotNull(rulebookDrafts.version))
    .orderBy(rulebookDrafts.rulebookId, desc(rulebookDrafts.version))
  const poke: string[] = []
  for (const { caseId } of newest)
    if (await db.transaction((tx) => followOne(tx, procedure, caseId, now))) poke.push(caseId)
  return poke
}

async function followOne(tx: Tx, procedure: Procedure, caseId: string, now: Instant): Promise<boolean> {
  const held = (await lockCase(tx, caseId))!
  const [draft] = await tx.select().from(rulebookDrafts).where(eq(rulebookDrafts.caseId, caseId))
  const { rulebookId, version, effectiveOn } = draft!
  const boundIds = await boundPeople(tx, rulebookId, Math.max(now, atTime(effectiveOn!, '00:00')))
  const rows = (await obligationsOf(tx, caseId)).filter(({ promise }) => promise === 'acknowledge')
  const read = await tx
    .select({ id: rulebookAcknowledgements.personId })
    .from(rulebookAcknowledgements)
    .where(and(eq(rulebookAcknowledgements.rulebookId, rulebookId), eq(rulebookAcknowledgements.version, version!)))
  const known = new Set([...rows.flatMap(({ bearerId }) => bearerId ?? []), ...read.map(({ id }) => id)])
  const joined = boundIds.filter((id) => !known.has(id))
  const gone = rows.filter((row) => row.work === 'open' && row.bearerId && !boundIds.includes(row.bearerId))
  if (joined.length === 0 && gone.length === 0) return false
  let one = held
  if (joined.length > 0) {
    const data: Bound = { boundIds: joined }
    const factId = await writeFact(tx, caseId, { kind: 'bound', occurredAt: now, data: { ...data } }, now)
    const view = await viewOf(tx, held)
    const owed = procedure
      .owed('acknowledge', view)
      .filter(({ bearer }) => joined.includes((bearer as { personId: string }).personId))
    await open(
      tx,
      owed.map((promise) => rowOf(held, 'acknowledge', promise, view, now)),
    )
    if (held.state !== 'open') one = await reopen(tx, held, [], now)
    await tellPeople(tx, held, 'rulebook.published', joined, { rulebookId, version: version!, factId }, now)
  }
  await settle(tx, caseId, gone.map(releasedAt(now)), now)
  await proceed(tx, procedure, one, now)
  return true
}

const releasedAt =
  (now: Instant) =>
  ({ id }: Obligation): Evidence => ({ obligationId: id, work: 'released', reason: 'left', occurredAt: now })
