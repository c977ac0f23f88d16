import { eq } from 'drizzle-orm'
import { DECIDERS } from '../../rules/appeal/appeal.ts'
import type { Appealed } from '../../rules/appeal/owed.ts'
import type { Procedure } from '../../rules/case.ts'
import { causeUntil, entryState } from '../../rules/consequence/entry.ts'
import type { Instant } from '../../rules/instant.ts'
import { numberOf, type Terms } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { lateFrom } from '../../rules/time/due.ts'
import { localDate } from '../../rules/time/local.ts'
import { attachTo } from '../attachment/attach.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import { openCase } from '../case/openCase.ts'
import { lockCase, proceed, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { entryById, type Entry } from '../consequence/enter.ts'
import { partialAmong } from '../consequence/impartial.ts'
import { notify } from '../notification/notify.ts'
import { resolveRole } from '../person/resolve.ts'
import { termsFor } from '../policy/terms.ts'
import { appeals } from '../schema/appeal.ts'

export interface NewAppeal {
  consequenceId: string
  reason: string
  attachmentIds?: readonly string[]
  byId: string
}

/**
 * The person concerned appeals against a confirmed entry (a recommendation: one that the general manager approved), once, within the working days of the house rule
 * `consequence.appealWithin`. The first role of `DECIDERS` with somebody impartial is asked; all of those are told.
 */
export async function fileAppeal(
  tx: Tx,
  procedure: Procedure,
  { consequenceId, reason, attachmentIds = [], byId }: NewAppeal,
  now: Instant,
): Promise<{ caseId: string; obligations: Obligation[] }> {
  const known = await entryById(tx, consequenceId)
  if (!known || known.entry.aboutId !== null) return refuse('consequence.unknown', { field: 'id' })
  if (known.entry.personId !== byId) refuse('appeal.notYours')
  const about = (await lockCase(tx, known.entry.caseId))!
  // Read again: what was decided while this one waited for the lock counts.
  const found = (await entryById(tx, consequenceId))!
  const [earlier] = await tx.select().from(appeals).where(eq(appeals.consequenceId, consequenceId))
  if (earlier) refuse('appeal.already')
  const until = await appealUntil(tx, found, about.terms)
  if (now >= lateFrom(until, 'within')) refuse('appeal.tooLate', { params: { until: localDate(until) } })

  const { sample, regionId } = about
  const terms = await termsFor(tx, { topic: 'house', at: now })
  const held = await openCase(tx, { kind: 'appeal', startedAt: now, terms, regionId, parentId: about.id, sample })
  await tx
    .insert(appeals)
    .values({ caseId: held.id, consequenceId, personId: byId, reason, attachmentIds: [...attachmentIds], filedAt: now })
  await attachTo(tx, { caseId: held.id, ids: attachmentIds, byId, field: 'attachmentIds' })
  const asked = await whoDecides(tx, found.entry, { regionId, sample, at: now })
  const data: Appealed = { consequenceId, deciderRole: asked.role }
  await writeFact(tx, held.id, { kind: 'appealed', occurredAt: now, byId, data: { ...data } }, now)
  const { amountFen, clause } = found.entry
  await notify(
    tx,
    asked.personIds.map((personId) => ({
      key: `appeal:${held.id}:filed`,
      personId,
      template: 'appeal.filed',
      params: { consequenceId, amountFen, clause },
      caseId: held.id,
    })),
    now,
  )
  return { caseId: held.id, obligations: await proceed(tx, procedure, held, now) }
}

/** The last second for an appeal against an entry. Refuses one that is not confirmed, or has come to nothing. */
export async function appealUntil(
  tx: Tx | Db,
  { entry, about }: { entry: Entry; about: readonly Entry[] },
  terms: Terms,
): Promise<Instant> {
  // What was recommended became a measure of its own, which the person may appeal against.
  if (entry.arithmetic.rule === 'measureProposed') refuse('measure.appealMeasure')
  const state = entryState(about)
  if (state === 'provisional') refuse('appeal.notConfirmed')
  if (state !== 'confirmed') refuse('appeal.nothingLeft')
  const confirmed = about.find((one) => one.kind === 'confirmation')!
  return causeUntil(await loadCalendar(tx), confirmed.recordedAt, numberOf(terms, 'consequence.appealWithin'))
}

async function whoDecides(
  tx: Tx,
  entry: Entry,
  { regionId, sample, at }: { regionId: string | null; sample: string | null; at: Instant },
): Promise<{ role: Appealed['deciderRole']; personIds: string[] }> {
  for (const role of DECIDERS) {
    const question = { role, at, regionId: regionId ?? undefined, aboutPersonId: entry.personId!, sample }
    const { personIds } = await resolveRole(tx, question)
    const partial = await partialAmong(tx, entry, personIds)
    const free = personIds.filter((id) => !partial.has(id))
    if (free.length > 0) return { role, personIds: free }
  }
  return { role: null, personIds: [] }
}
