import { eq } from 'drizzle-orm'
import { all, type CaseView, type Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Grant } from '../../rules/permissions.ts'
import { checkValues } from '../../rules/policy/check.ts'
import { policies } from '../../rules/policy/index.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import { FROM_DRAFT } from '../../rules/rulebook/labels.ts'
import { rulebookOf } from '../../rules/rulebook/rulebooks.ts'
import { goBack } from '../case/goBack.ts'
import { takeBack } from '../case/change.ts'
import { findOpen, keep, openRows, type Found } from '../case/keep.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import { viewOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { actFor } from '../person/actFor.ts'
import { termsFor } from '../policy/terms.ts'
import { rulebookDrafts, rulebookReviews } from '../schema/rulebook.ts'
import { tellBearers, tellPeople } from './tell.ts'

export type Draft = typeof rulebookDrafts.$inferSelect

/** What a draft changes: numbers, and words. */
export interface Content {
  values: Record<string, unknown>
  note: string
  reference?: string | null
}

export interface NewDraft extends Content {
  rulebookId: string
  kind: 'amendment' | 'erratum'
  byId: string
}

/** A draft under lock with its case. Refuses an unknown one, and one whose way has ended. */
export async function findDraft(tx: Tx, caseId: string): Promise<{ found: Found; draft: Draft }> {
  const [draft] = await tx.select().from(rulebookDrafts).where(eq(rulebookDrafts.caseId, caseId))
  if (!draft) return refuse('rulebook.draftUnknown', { field: 'id' })
  return { found: await findOpen(tx, 'rulebook', caseId), draft }
}

/** Begins a draft (P35). Only its author changes it, until it is submitted. */
export async function startDraft(
  tx: Tx,
  procedure: Procedure,
  { rulebookId, kind, byId, ...content }: NewDraft,
  now: Instant,
): Promise<{ caseId: string; obligations: Obligation[] }> {
  if (!rulebookOf(rulebookId)) refuse('rulebook.unknown', { field: 'rulebookId' })
  checkContent(rulebookId, kind, content)
  const terms = await termsFor(tx, { topic: 'rulebook', at: now })
  const held = await openCase(tx, { kind: 'rulebook', startedAt: now, terms })
  await tx.insert(rulebookDrafts).values({ caseId: held.id, rulebookId, kind, ...content, authorId: byId })
  await writeFact(tx, held.id, { kind: 'drafted', occurredAt: now, byId, data: { rulebookId } }, now)
  return { caseId: held.id, obligations: await proceed(tx, procedure, held, now) }
}

function checkContent(rulebookId: string, kind: string, { values }: Pick<Content, 'values'>): void {
  const policy = policies.find((one) => one.id === rulebookId)
  const isEmpty = Object.keys(values).length === 0
  if (policy) checkValues(policy, values)
  else if (!isEmpty) refuse('rulebook.nothing', { field: 'values' })
  // Where there are numbers, an erratum corrects some; where there are none, it corrects the words.
  if (policy && kind === 'erratum' && isEmpty) refuse('rulebook.noErratum', { field: 'values' })
}

/** The author changes a draft that is not submitted yet, or was sent back. */
export async function editDraft(
  tx: Tx,
  procedure: Procedure,
  { caseId, byId, ...content }: Partial<Content> & { caseId: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const { found, draft } = await findDraft(tx, caseId)
  if (draft.authorId !== byId) refuse('rulebook.notAuthor')
  await openRows(procedure, found, 'draft')
  checkContent(draft.rulebookId, draft.kind, { values: content.values ?? draft.values })
  await tx.update(rulebookDrafts).set(content).where(eq(rulebookDrafts.caseId, caseId))
  await writeFact(tx, caseId, { kind: 'draftEdited', occurredAt: now, byId }, now)
  return found.rows
}

/** The author signs the draft and hands it in for review (S2-T0-1: the first of three signatures). */
export async function submitDraft(
  tx: Tx,
  procedure: Procedure,
  { caseId, byId }: { caseId: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const { found, draft } = await findDraft(tx, caseId)
  if (draft.authorId !== byId) refuse('rulebook.notAuthor')
  const fact = { kind: 'submitted', occurredAt: now, byId }
  const rows = await keep(tx, procedure, found, { promise: 'draft', fact }, now)
  await tellBearers(tx, found.held, rows, draft.rulebookId, now)
  return rows
}

export interface Signature {
  caseId: string
  step: 'review' | 'approve'
  approved: boolean
  reason: string
  byId: string
  grants: readonly Grant[]
}

/**
 * Signs a review or an approval, for the role that is asked: the second and third signature of S2-T0-1, head and
 * leadership of S3-8.3, leadership of S4-E-19, each department of S4-L-12. Nobody signs a draft twice. Not approved, it
 * goes back to its author, and all signatures are given anew.
 */
export async function signDraft(
  tx: Tx,
  procedure: Procedure,
  { caseId, step, approved, reason, byId, grants }: Signature,
  now: Instant,
): Promise<Obligation[]> {
  const { found, draft } = await findDraft(tx, caseId)
  const open = await openRows(procedure, found, step)
  const mine = open.find((row) => grants.some(({ role }) => role === row.bearerRole))
  if (!mine) return refuse('rulebook.notYourSignature')
  await actFor(tx, grants, [mine.bearerRole as Role])
  if (signedBy(await viewOf(tx, found.held)).has(byId)) refuse('rulebook.signedAlready')
  if (step === 'review') await keepReview(tx, { rulebookId: draft.rulebookId, byId, note: reason }, now)
  const data = { role: mine.bearerRole, reason }
  if (!approved) {
    const factId = await writeFact(tx, caseId, { kind: 'sentBack', occurredAt: now, byId, data }, now)
    const back = await goBack(tx, found.held, { again: FROM_DRAFT, factId: factId!, occurredAt: now }, now)
    await tellPeople(tx, back, 'rulebook.sentBack', [draft.authorId], { rulebookId: draft.rulebookId, factId }, now)
    return proceed(tx, procedure, back, now)
  }
  const fact = { kind: step === 'review' ? 'reviewed' : 'approved', occurredAt: now, byId, data }
  const settles = (row: Obligation) => row.bearerRole === mine.bearerRole
  const rows = await keep(tx, procedure, found, { promise: step, fact, settles }, now)
  await tellBearers(tx, found.held, rows, draft.rulebookId, now)
  return rows
}

/** Who signed the draft as it stands: its author, and whoever signed since it was last sent back. */
function signedBy(view: CaseView): Set<string> {
  const back = all(view, 'sentBack').at(-1)
  const since = view.facts.filter((fact) => !back || fact.id > back.id)
  const signed = since.filter(({ kind }) => ['submitted', 'reviewed', 'approved'].includes(kind))
  return new Set([...all(view, 'drafted'), ...signed].flatMap(({ byId }) => byId ?? []))
}

/** Keeps that somebody looked through a rulebook, whether or not anything has to change. */
export async function keepReview(
  tx: Tx,
  review: { rulebookId: string; byId: string; note: string },
  now: Instant,
): Promise<{ id: string }> {
  if (!rulebookOf(review.rulebookId)) refuse('rulebook.unknown', { field: 'id' })
  const [row] = await tx
    .insert(rulebookReviews)
    .values({ ...review, reviewedAt: now })
    .returning()
  return row!
}

/** Takes a draft back, before it is published. By its author only. */
export async function withdrawDraft(
  tx: Tx,
  { caseId, byId }: { caseId: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const { draft } = await findDraft(tx, caseId)
  if (draft.authorId !== byId) refuse('rulebook.notAuthor')
  if (draft.version !== null) refuse('rulebook.published')
  return takeBack(tx, { caseId, reason: 'withdrawn', byId }, now)
}
