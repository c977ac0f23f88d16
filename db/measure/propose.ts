import { and, eq, inArray } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { cite } from '../../rules/evaluation/cite.ts'
import { isHeld } from '../../rules/evaluation/programmes.ts'
import type { Instant } from '../../rules/instant.ts'
import { checkRung } from '../../rules/measure/ladder.ts'
import { decidersOf, isGrave, measureOf, type Measure } from '../../rules/measure/measures.ts'
import type { Proposed } from '../../rules/measure/owed.ts'
import { checkAmount, checkEvidence } from '../../rules/measure/proposal.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { attachTo } from '../attachment/attach.ts'
import type { Case } from '../case/lock.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Tx } from '../client.ts'
import { evaluationTerms } from '../evaluation/terms.ts'
import { proposalBar } from '../consequence/barred.ts'
import { notify } from '../notification/notify.ts'
import { resolveRole } from '../person/resolve.ts'
import { fileOf } from '../record/file.ts'
import { cases, facts } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { measures } from '../schema/evaluation.ts'
import { meritRecord, standingMeasures } from './record.ts'

export interface NewMeasure {
  measure: string
  personId: string
  amountFen: number
  reason: string
  /** The case it is about, and the facts of it that bear it out. */
  aboutCaseId?: string
  evidenceIds?: readonly string[]
  attachmentIds?: readonly string[]
  byId: string
  scope: Scope
}

/**
 * Proposes a reward or a disciplinary measure of a rulebook that binds the person: with a reason, a measure with what
 * bears it out, the ladder climbed rung by rung (S3-7.2), money within the limit that is set. What pay, post or contract
 * hang on becomes a recommendation in the ledger, and no more before the general manager approves. The person's record
 * goes along for whoever decides (S3-7.3). Never for oneself. Returns the case.
 */
export async function proposeMeasure(
  tx: Tx,
  procedure: Procedure,
  given: NewMeasure,
  now: Instant,
): Promise<{ caseId: string }> {
  const { personId, amountFen, reason, aboutCaseId, evidenceIds = [], attachmentIds = [], byId, scope } = given
  if (personId === byId) refuse('measure.ownMatter', { field: 'personId' })
  const file = await fileOf(tx, personId, now)
  if (!within(scope, file.regionId)) refuse('caller.outOfRegion', { field: 'personId' })
  const measure = measureOf(given.measure)
  const terms = await evaluationTerms(tx, personId, now)
  if (!measure || !isHeld(terms, measure.programme)) return refuse('measure.notKnown', { field: 'measure' })
  checkAmount(terms, measure, amountFen)
  checkEvidence(measure, [...evidenceIds, ...attachmentIds])
  checkRung(measure, await standingMeasures(tx, personId), terms, now)
  await checkFacts(tx, aboutCaseId, evidenceIds, scope)

  const { regionId, sample } = file
  const record = await meritRecord(tx, personId)
  const parentId = aboutCaseId ?? null
  const held = await openCase(tx, { kind: 'measure', startedAt: now, terms, regionId, parentId, sample })
  await attachTo(tx, { caseId: held.id, ids: attachmentIds, byId, field: 'attachmentIds' })
  const asked = await whoDecides(tx, measure, given, held, now)
  const data: Proposed = { measure: measure.id, ...(amountFen > 0 && { amountFen }), deciderRole: asked.role }
  const factId = (await writeFact(
    tx,
    held.id,
    { kind: 'measureProposed', occurredAt: now, byId, data: { ...data } },
    now,
  ))!
  const recommendationId = isGrave(measure) ? await recommend(tx, measure, given, { held, factId }, now) : null
  await tx.insert(measures).values({
    caseId: held.id,
    measure: measure.id,
    personId,
    amountFen,
    reason,
    evidenceIds: [...evidenceIds],
    attachmentIds: [...attachmentIds],
    record,
    proposedById: byId,
    proposedAt: now,
    recommendationId,
  })
  await proceed(tx, procedure, held, now)
  await notify(
    tx,
    asked.personIds.map((to) => ({
      key: `measure:${held.id}:proposed`,
      personId: to,
      template: 'measure.proposed',
      params: { measure: measure.id, clause: measure.clause },
      caseId: held.id,
    })),
    now,
  )
  return { caseId: held.id }
}

/** The facts named have to be of the case named, and the case in reach. */
async function checkFacts(tx: Tx, caseId: string | undefined, ids: readonly string[], scope: Scope): Promise<void> {
  const [about] = caseId ? await tx.select().from(cases).where(eq(cases.id, caseId)) : []
  if (caseId && !(about && within(scope, about.regionId))) refuse('case.unknown', { field: 'aboutCaseId' })
  if (ids.length === 0) return
  const own = caseId
    ? await tx
        .select({ id: facts.id })
        .from(facts)
        .where(and(eq(facts.caseId, caseId), inArray(facts.id, [...ids])))
    : []
  if (own.length < new Set(ids).size) refuse('fact.unknown', { field: 'evidenceIds' })
}

/** The first role with somebody impartial in it. */
async function whoDecides(tx: Tx, measure: Measure, { personId, byId }: NewMeasure, held: Case, at: Instant) {
  for (const role of decidersOf(measure)) {
    const question = { role, at, regionId: held.regionId ?? undefined, aboutPersonId: personId, sample: held.sample }
    const free: string[] = []
    for (const id of (await resolveRole(tx, question)).personIds)
      if (!(await proposalBar(tx, held, { personId, proposedById: byId }, id, 'measure.ownMatter'))) free.push(id)
    if (free.length > 0) return { role, personIds: free }
  }
  return { role: null, personIds: [] }
}

/** Enters in the ledger that something is recommended, which by itself changes nothing. */
async function recommend(
  tx: Tx,
  measure: Measure,
  { personId, byId, evidenceIds = [] }: NewMeasure,
  { held, factId }: { held: Case; factId: string },
  now: Instant,
): Promise<string> {
  const [row] = await tx
    .insert(consequences)
    .values({
      key: `measure:${held.id}:recommended`,
      kind: 'recommendation',
      personId,
      caseId: held.id,
      ...cite(held.terms, measure.programme, measure.clause),
      occurredAt: now,
      recordedAt: now,
      byId,
      arithmetic: { rule: 'measureProposed', measure: measure.id },
      evidenceIds: [factId, ...evidenceIds],
      sample: held.sample,
    })
    .returning({ id: consequences.id })
  return row!.id
}
