import { and, eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { entryState } from '../../rules/consequence/entry.ts'
import { cite } from '../../rules/evaluation/cite.ts'
import type { Instant } from '../../rules/instant.ts'
import { checkRung } from '../../rules/measure/ladder.ts'
import { decidersOf, isGrave, measureOf, type Measure } from '../../rules/measure/measures.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { roles as roleNames, type Role } from '../../rules/roles.ts'
import { findOpen, keep } from '../case/keep.ts'
import type { Case } from '../case/lock.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { proposalBar } from '../consequence/barred.ts'
import { announce } from '../consequence/announce.ts'
import { enterAbout, entryById } from '../consequence/enter.ts'
import { notify } from '../notification/notify.ts'
import { lockFile } from '../record/file.ts'
import { facts } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { measures } from '../schema/evaluation.ts'
import { standingMeasures } from './record.ts'

type Row = typeof measures.$inferSelect

export interface MeasureDecision {
  caseId: string
  approved: boolean
  explanation: string
  byId: string
  roles: readonly Role[]
  scope: Scope
}

/**
 * Decides on a measure: approved, it becomes an entry of the ledger, provisional like any other, that the person may
 * answer and appeal against. By who may decide on this measure, and neither the person concerned, nor who proposed it, nor
 * one with an entry of their own in the case it is about.
 * The rung below has to stand still: a warning that was lifted meanwhile carries nothing.
 */
export async function decideMeasure(
  tx: Tx,
  procedure: Procedure,
  { caseId, approved, explanation, byId, roles, scope }: MeasureDecision,
  now: Instant,
): Promise<Obligation[]> {
  const [known] = await tx.select().from(measures).where(eq(measures.caseId, caseId))
  if (!known) return refuse('measure.unknown', { field: 'id' })
  // The person first, then the case: as everything that looks at a person's ladder does.
  await lockFile(tx, known.personId)
  const found = await findOpen(tx, 'measure', caseId)
  const { held } = found
  if (!within(scope, held.regionId)) refuse('measure.unknown', { field: 'id' })
  const measure = measureOf(known.measure)!
  const deciders = decidersOf(measure)
  if (!deciders.some((role) => roles.includes(role)))
    refuse('measure.notDecider', { clause: measure.clause, params: { role: roleNames[deciders[0]!] } })
  const bar = await proposalBar(tx, held, known, byId, 'measure.ownMatter')
  if (bar) refuse(bar)
  if (approved) checkRung(measure, await standingMeasures(tx, known.personId), held.terms, now)

  const fact = { kind: 'measureDecided', occurredAt: now, byId, data: { approved } }
  const rows = await keep(tx, procedure, found, { promise: 'decide', fact }, now)
  const decidedId = rows.find((row) => row.promise === 'decide')!.evidenceId!
  await closeRecommendation(tx, known, { approved, byId, decidedId }, now)
  const consequenceId = approved ? await enter(tx, held, measure, known, { byId, decidedId }, now) : null
  await tx
    .update(measures)
    .set({ approved, explanation, decidedAt: now, decidedById: byId, consequenceId })
    .where(eq(measures.caseId, caseId))
  const told = approved ? [known.personId, known.proposedById] : [known.proposedById]
  await notify(
    tx,
    told.map((personId) => ({
      key: `measure:${caseId}:decided`,
      personId,
      template: 'measure.decided',
      params: { measure: measure.id, approved, clause: measure.clause },
      caseId,
    })),
    now,
  )
  return rows
}

interface Decided {
  approved?: boolean
  byId: string
  decidedId: string
}

async function closeRecommendation(tx: Tx, row: Row, { approved, byId, decidedId }: Decided, now: Instant) {
  if (row.recommendationId === null) return
  const { entry } = (await entryById(tx, row.recommendationId))!
  const kind = approved ? 'confirmation' : 'waiver'
  const arithmetic = { rule: approved ? 'measureApproved' : 'measureDeclined', measure: row.measure }
  await enterAbout(tx, entry, { kind, arithmetic, byId, evidenceIds: [decidedId] }, now)
}

async function enter(tx: Tx, held: Case, measure: Measure, row: Row, { byId, decidedId }: Decided, now: Instant) {
  const key = `measure:${held.id}`
  const proposedIds = await proposalOf(tx, held.id)
  const [made] = await tx
    .insert(consequences)
    .values({
      key,
      kind: measure.side === 'merit' ? 'reward' : 'measure',
      personId: row.personId,
      caseId: held.id,
      amountFen: row.amountFen,
      ...cite(held.terms, measure.programme, measure.clause),
      occurredAt: now,
      recordedAt: now,
      byId,
      arithmetic: { rule: 'measureApproved', measure: measure.id, amountFen: row.amountFen },
      evidenceIds: [decidedId, ...proposedIds, ...row.evidenceIds],
      sample: held.sample,
    })
    .returning({ id: consequences.id })
  await announce(tx, [key], now)
  return made!.id
}

/** The fact that proposed it is evidence too, so that an appeal knows who is partial. */
async function proposalOf(tx: Tx, caseId: string): Promise<string[]> {
  const own = await tx
    .select({ id: facts.id })
    .from(facts)
    .where(and(eq(facts.caseId, caseId), eq(facts.kind, 'measureProposed')))
  return own.map(({ id }) => id)
}

export interface CarryingOut {
  caseId: string
  note: string
  byId: string
  scope: Scope
}

/**
 * Records that an approved measure was carried out, and how. What touches pay, post or contract only once its entry is
 * confirmed: until then the person may give a cause. Refuses one that was lifted meanwhile.
 */
export async function carryOut(
  tx: Tx,
  procedure: Procedure,
  { caseId, note, byId, scope }: CarryingOut,
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'measure', caseId)
  const [row] = await tx.select().from(measures).where(eq(measures.caseId, caseId))
  if (!row || !within(scope, found.held.regionId)) return refuse('measure.unknown', { field: 'id' })
  if (row.personId === byId) refuse('measure.ownMatter')
  const entry = row.consequenceId === null ? undefined : await entryById(tx, row.consequenceId)
  const state = entry && entryState(entry.about)
  if (state === 'waived' || state === 'reversed') refuse('measure.lifted')
  if (isGrave(measureOf(row.measure)!) && state === 'provisional') refuse('measure.notFinal')
  const fact = { kind: 'carriedOut', occurredAt: now, byId, data: {} }
  const rows = await keep(tx, procedure, found, { promise: 'carryOut', fact }, now)
  await tx.update(measures).set({ carriedOutAt: now, carriedOutNote: note }).where(eq(measures.caseId, caseId))
  return rows
}
