import { eq } from 'drizzle-orm'
import { latest, type CaseView, type Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import { approversOf, enclosuresOf, noticeBodies, planOf, staffOf } from '../../rules/staffChange/change.ts'
import { checkCompletion } from '../../rules/staffChange/handover.ts'
import { checkOrder } from '../../rules/staffChange/order.ts'
import type { Deliverable, Enclosure } from '../../rules/staffChange/parameters.ts'
import { enclosureLabels } from '../../rules/staffChange/labels.ts'
import { attachTo } from '../attachment/attach.ts'
import { checkClaim, findOpen, keep, openRows } from '../case/keep.ts'
import { proceed, settle, writeFact } from '../case/record.ts'
import { viewOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { staffChanges } from '../schema/staffChange.ts'
import { checkSuccessor } from './start.ts'
import { tell } from './tell.ts'

/** One act on a staff change: which, when it happened, who did it. */
export interface Act {
  caseId: string
  occurredAt: Instant
  byId: string
}

/** Gives the month's notice to the client's bodies, all that still wait for it or those named [S4-N-3.1, S4-D-3.1]. */
export async function giveNotice(
  tx: Tx,
  procedure: Procedure,
  { caseId, occurredAt, byId, to }: Act & { to?: readonly Role[] },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'staffChange', caseId)
  const bodies = to ?? noticeBodies(found.held.terms)
  const fact = { kind: 'noticeGiven', occurredAt, byId, data: { to: bodies } }
  const settles = (row: Obligation) => bodies.some((role) => role === row.recipientRole)
  const rows = await keep(tx, procedure, found, { promise: 'notice', fact, settles }, now)
  const view = await viewOf(tx, found.held)
  const factId = latest(view, 'noticeGiven')!.id
  const params = { on: planOf(view).takesOverOn }
  await tell(tx, found.held, { template: 'staffChange.noticeGiven', to: bodies, factId, params }, now)
  return rows
}

export interface Application extends Act {
  /** The successor, if not named before. */
  incomingId?: string
  enclosures: readonly { kind: Enclosure; attachmentId: string }[]
}

/**
 * Applies for the change with the successor's papers [S4-N-3.2, S4-D-3.2, S4-S-3.4c]. One act keeps two promises: that
 * there is an application, and that it comes far enough ahead.
 */
export async function applyForChange(
  tx: Tx,
  procedure: Procedure,
  { caseId, occurredAt, byId, incomingId: named, enclosures }: Application,
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'staffChange', caseId)
  const { held } = found
  const owed = await openRows(procedure, found, 'apply')
  const view = await viewOf(tx, held)
  const { outgoingId, incomingId: before } = staffOf(view)
  const incomingId = named ?? before
  if (!incomingId) return refuse('staffChange.noSuccessor', { field: 'incomingId' })
  if (incomingId === outgoingId) refuse('staffChange.samePerson', { field: 'incomingId' })
  checkEnclosures(view, enclosures)
  const provisional = checkClaim(held, occurredAt, now)
  const ids = enclosures.map((one) => one.attachmentId)
  await attachTo(tx, { caseId, ids, byId, field: 'enclosures' })
  if (incomingId !== before) {
    await checkSuccessor(tx, incomingId, 'incomingId')
    await writeFact(tx, caseId, { kind: 'staffed', occurredAt, byId, data: { outgoingId, incomingId } }, now)
    await tx.update(staffChanges).set({ incomingId }).where(eq(staffChanges.caseId, caseId))
  }
  const data = { incomingId, enclosures }
  const factId = await writeFact(tx, caseId, { kind: 'applied', occurredAt, byId, data, provisional }, now)
  const ahead = found.rows.filter((row) => row.promise === 'leadTime' && row.work === 'open')
  const evidence = { work: 'done' as const, occurredAt, factId }
  await settle(
    tx,
    caseId,
    [...owed, ...ahead].map((row) => ({ obligationId: row.id, ...evidence })),
    now,
  )
  await tell(tx, held, { template: 'staffChange.applied', to: approversOf(held.terms), factId: factId! }, now)
  return proceed(tx, procedure, held, now)
}

function checkEnclosures(view: CaseView, given: Application['enclosures']): void {
  const missing = enclosuresOf(view.terms).filter((kind) => !given.some((one) => one.kind === kind))
  if (missing.length === 0) return
  const labels = missing.map((kind) => enclosureLabels[kind])
  refuse('staffChange.enclosuresMissing', {
    field: 'enclosures',
    expected: missing.join(', '),
    clause: view.terms['staffChange.enclosures']?.clause ?? undefined,
    params: { missing: { zh: labels.map((one) => one.zh).join('、'), en: labels.map((one) => one.en).join(', ') } },
  })
}

/** Begins the trial of a successor [S4-S-3.4c] or the handover; neither before all approvals [S4-N-3.2, S4-D-3.2]. */
export async function begin(
  tx: Tx,
  procedure: Procedure,
  { caseId, occurredAt, byId, what }: Act & { what: 'trial' | 'start' },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'staffChange', caseId)
  await openRows(procedure, found, what)
  checkOrder(await viewOf(tx, found.held), 'approved', 'approve', occurredAt)
  const fact = { kind: what === 'trial' ? 'trialStarted' : 'handoverStarted', occurredAt, byId }
  return keep(tx, procedure, found, { promise: what, fact }, now)
}

/** Records one of the three deliverables of the handover [S4-N-3.3], with the papers that show it. */
export async function deliver(
  tx: Tx,
  procedure: Procedure,
  { caseId, occurredAt, byId, deliverable, attachmentIds }: Act & { deliverable: Deliverable; attachmentIds: string[] },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'staffChange', caseId)
  await openRows(procedure, found, deliverable)
  checkOrder(await viewOf(tx, found.held), 'handoverStarted', 'start', occurredAt)
  await attachTo(tx, { caseId, ids: attachmentIds, byId, field: 'attachmentIds' })
  const fact = { kind: 'delivered', occurredAt, byId, data: { deliverable, attachmentIds } }
  return keep(tx, procedure, found, { promise: deliverable, fact }, now)
}

/**
 * Completes the handover: not before its last working day is full, not without its three deliverables [S4-N-3.3,
 * S4-S-3.4d]. With it a demanded replacement is complete, too [S4-S-3.4b].
 */
export async function completeHandover(tx: Tx, procedure: Procedure, act: Act, now: Instant): Promise<Obligation[]> {
  const { caseId, occurredAt, byId } = act
  const found = await findOpen(tx, 'staffChange', caseId)
  const rows = await openRows(procedure, found, 'handOver')
  const provisional = checkClaim(found.held, occurredAt, now)
  checkCompletion(await viewOf(tx, found.held), occurredAt)
  const factId = await writeFact(tx, caseId, { kind: 'handedOver', occurredAt, byId, provisional }, now)
  const open = (promise: string) => found.rows.filter((row) => row.promise === promise && row.work === 'open')
  // What nobody answered about the length of a handover that is over needs no answer any more.
  const moot = open('consent').filter((row) => row.clause === rows[0]!.clause)
  await settle(
    tx,
    caseId,
    [
      ...[...rows, ...open('replace')].map((row) => ({
        obligationId: row.id,
        work: 'done' as const,
        occurredAt,
        factId,
      })),
      ...moot.map((row) => ({ obligationId: row.id, work: 'released' as const, occurredAt, factId, reason: 'moot' })),
    ],
    now,
  )
  return proceed(tx, procedure, found.held, now)
}

/** Submits the handover confirmation form to the client [S4-N-3.3]. */
export async function confirmHandover(
  tx: Tx,
  procedure: Procedure,
  { caseId, occurredAt, byId, documentId }: Act & { documentId: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'staffChange', caseId)
  await openRows(procedure, found, 'confirm')
  checkOrder(await viewOf(tx, found.held), 'handedOver', 'handOver', occurredAt)
  await attachTo(tx, { caseId, ids: [documentId], byId, field: 'documentId' })
  const fact = { kind: 'confirmed', occurredAt, byId, data: { documentId } }
  const rows = await keep(tx, procedure, found, { promise: 'confirm', fact }, now)
  const factId = latest(await viewOf(tx, found.held), 'confirmed')!.id
  const to = approversOf(found.held.terms)
  await tell(tx, found.held, { template: 'staffChange.confirmed', to, factId }, now)
  return rows
}
