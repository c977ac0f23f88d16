import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { RecommendedAction } from '../../rules/window/entry.ts'
import { gradeBelow, LOWEST_GRADE, type PayGrade } from '../../rules/window/payGrade.ts'
import { findOpen, keep } from '../case/keep.ts'
import { lockCase, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { enterAbout, entryById, type Entry } from '../consequence/enter.ts'
import { concernedAmong } from '../consequence/impartial.ts'
import { fileOf } from '../record/file.ts'
import { standingRecords } from '../record/read.ts'
import { recommendations, type RecommendationDecision } from '../schema/window.ts'
import { gradeOn } from './grade.ts'

export interface GmDecision {
  caseId: string
  approved: boolean
  note: string
  byId: string
}

/**
 * The general manager decides on a downgrade or dismissal: nothing of it happens before (S0-A-7.4b, 7.6, 7.7, 7.S4); and
 * on a raise (S0-A-8.1b, 8.1c). Asked again because the ground of an approved one fell away, a yes upholds it and a no
 * revokes it. Approved downgrades and raises set the grade on record, revoked ones set it back. Refuses the person
 * concerned, and one whose own penalty hangs on it.
 */
export async function decideRecommendation(
  tx: Tx,
  procedure: Procedure,
  { caseId, approved, note, byId }: GmDecision,
  now: Instant,
): Promise<Obligation[]> {
  const [row] = await tx.select().from(recommendations).where(eq(recommendations.caseId, caseId))
  if (!row) return refuse('recommendation.unknown', { field: 'id' })
  if (row.personId === byId) refuse('recommendation.concerned')
  // The file's lock takes the person first, as the windows do: two ways to one lock must not cross.
  const file = await fileOf(tx, row.personId, now)
  await lockCase(tx, caseId)
  const [{ decision: before, action }] = (await tx
    .select()
    .from(recommendations)
    .where(eq(recommendations.caseId, caseId))) as [typeof row]
  const found = await findOpen(tx, 'recommendation', caseId)
  const { entry } = (await entryById(tx, row.consequenceId))!
  // Who approved it decides again; a supervisor who stands in and pays for the same accidents does not decide at all.
  if ((await concernedAmong(tx, entry, [byId])).has(byId)) refuse('recommendation.concerned')
  const decision: RecommendationDecision =
    before === null ? (approved ? 'approved' : 'declined') : approved ? 'upheld' : 'revoked'
  const fact = { kind: 'decided', occurredAt: now, byId, data: { consequenceId: entry.id, decision, note } }
  const rows = await keep(tx, procedure, found, { promise: 'decide', fact }, now)
  const decidedId = rows.findLast((one) => one.work === 'done')!.evidenceId!
  await enter(tx, entry, decision, byId, [decidedId], now)
  await tx.update(recommendations).set({ decision }).where(eq(recommendations.caseId, caseId))
  await moveGrade(tx, { file: file.id, personId: row.personId, action, entry, decision, byId }, now)
  return rows
}

async function enter(
  tx: Tx,
  entry: Entry,
  decision: RecommendationDecision,
  byId: string,
  evidenceIds: string[],
  now: Instant,
): Promise<void> {
  if (decision === 'upheld') return
  const kind = decision === 'approved' ? 'confirmation' : decision === 'declined' ? 'waiver' : 'reversal'
  await enterAbout(tx, entry, { kind, arithmetic: { rule: decision }, byId, evidenceIds }, now)
}

export interface GradeMove {
  file: string
  personId: string
  action: RecommendedAction
  entry: Entry
  decision: RecommendationDecision
  byId: string
}

/**
 * One grade down where there is one below (without a record it is the lowest, where everybody begins: S0-A-8.1d), or up to
 * the grade recommended where that is better still; back again when what moved it is revoked.
 */
export async function moveGrade(tx: Tx, move: GradeMove, now: Instant): Promise<void> {
  const { file, personId, action, entry, decision, byId } = move
  const records = await standingRecords(tx, personId)
  const moved = records.find((fact) => fact.kind === 'payGradeSet' && fact.data.consequenceId === entry.id)
  const data = { consequenceId: entry.id }
  if (decision === 'revoked' && moved) {
    const back = { kind: 'recordTakenBack', occurredAt: now, byId, data, correctsId: moved.id }
    await writeFact(tx, file, back, now)
  }
  const grade = targetOf(action, (await gradeOn(tx, personId, now)) ?? LOWEST_GRADE, entry)
  if (decision !== 'approved' || grade === null) return
  const set = { ...data, grade, ...(action === 'downgrade' && { down: true }) }
  await writeFact(tx, file, { kind: 'payGradeSet', occurredAt: now, byId, data: set }, now)
}

function targetOf(action: RecommendedAction, grade: PayGrade, { arithmetic }: Entry): PayGrade | null {
  if (action === 'downgrade') return gradeBelow(grade)
  const target = arithmetic.target as PayGrade
  return action === 'raise' && target < grade ? target : null
}
