import { eq } from 'drizzle-orm'
import { checkReduction, ENTRY_OF, type Outcome } from '../../rules/appeal/appeal.ts'
import type { Procedure } from '../../rules/case.ts'
import { entryState } from '../../rules/consequence/entry.ts'
import type { Instant } from '../../rules/instant.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { withdrawCase } from '../case/change.ts'
import { findOpen, keep } from '../case/keep.ts'
import { lockCases } from '../case/lock.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { enterAbout, entryById, standingFen, type About } from '../consequence/enter.ts'
import { checkImpartial } from '../consequence/impartial.ts'
import { fileOf } from '../record/file.ts'
import { liftRecommendation } from '../window/lift.ts'
import { notify } from '../notification/notify.ts'
import { appeals } from '../schema/appeal.ts'

export interface AppealDecision {
  caseId: string
  outcome: keyof typeof ENTRY_OF
  /** What shall be left of the fine, in fen, positive; for `reduced` only. */
  remainingFen?: number
  explanation: string
  byId: string
  scope: Scope
}

const RULE = { upheld: 'appealUpheld', reduced: 'appealReduced', lifted: 'appealLifted' } as const

/**
 * Decides on an appeal: the entry stands, is reduced, or is lifted, each by a further entry. Never decided by the person
 * concerned, by who imposed or confirmed it, or by one whose own penalty hangs on it. Where the entry came to nothing
 * meanwhile (late evidence), the appeal ends as `moot`. A recommendation that is lifted is revoked, and a grade that it
 * moved moves back. Returns the promises as they stand.
 */
export async function decideAppeal(
  tx: Tx,
  procedure: Procedure,
  { caseId, outcome: wanted, remainingFen, explanation, byId, scope }: AppealDecision,
  now: Instant,
): Promise<Obligation[]> {
  const [row] = await tx.select().from(appeals).where(eq(appeals.caseId, caseId))
  const known = row && (await entryById(tx, row.consequenceId))
  if (!known) return refuse('appeal.unknown', { field: 'id' })
  const recommended = known.entry.kind === 'recommendation'
  // A grade may move back: the file's lock takes the person first, as the windows do.
  const file = recommended ? await fileOf(tx, row.personId, now) : undefined
  await lockCases(tx, [caseId, known.entry.caseId])
  const found = await findOpen(tx, 'appeal', caseId)
  if (!within(scope, found.held.regionId)) refuse('appeal.unknown', { field: 'id' })
  const { entry, about } = (await entryById(tx, row.consequenceId))!
  await checkImpartial(tx, entry, byId)
  const outcome: Outcome = entryState(about) === 'confirmed' ? wanted : 'moot'
  const beforeFen = standingFen(entry, about)
  const byFen = outcome === 'reduced' ? checkReduction(beforeFen, remainingFen) : undefined

  const data = { outcome, ...(byFen !== undefined && { remainingFen }) }
  const fact = { kind: 'appealDecided', occurredAt: now, byId, data }
  const rows = await keep(tx, procedure, found, { promise: 'decide', fact }, now)
  const decided = rows.find((one) => one.promise === 'decide' && one.round === found.held.round)!
  if (outcome !== 'moot') {
    const arithmetic = { rule: RULE[outcome], appealId: caseId, beforeFen, remainingFen: remainingFen ?? null }
    const change: About = { kind: ENTRY_OF[outcome], arithmetic, byId, evidenceIds: [decided.evidenceId!], byFen }
    await enterAbout(tx, entry, change, now)
    if (file && outcome === 'lifted') await liftRecommendation(tx, { file: file.id, entry, byId }, now)
  }
  const ended = { outcome, explanation, remainingFen: byFen === undefined ? null : remainingFen }
  await tx
    .update(appeals)
    .set({ ...ended, decidedAt: now, decidedById: byId })
    .where(eq(appeals.caseId, caseId))
  const after = (await entryById(tx, entry.id))!
  const params = {
    consequenceId: entry.id,
    clause: entry.clause,
    outcome,
    standingFen: standingFen(entry, after.about),
  }
  const told = { key: `appeal:${caseId}:decided`, personId: row.personId, template: 'appeal.decided' as const }
  await notify(tx, [{ ...told, params, caseId }], now)
  return rows
}

/** The appellant takes the appeal back; the entry stays as it is, and a second appeal is not possible. */
export async function withdrawAppeal(
  tx: Tx,
  { caseId, byId }: { caseId: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const [row] = await tx.select().from(appeals).where(eq(appeals.caseId, caseId))
  if (row?.personId !== byId) return refuse('appeal.unknown', { field: 'id' })
  return withdrawCase(tx, { caseId, reason: 'appellant', byId }, now)
}
