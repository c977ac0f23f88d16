import { eq } from 'drizzle-orm'
import type { CaseView, Procedure } from '../../rules/case.ts'
import { ownMailDown } from '../../rules/incident/mail.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'
import type { Tx } from '../client.ts'
import type { Evidence } from '../case/judge.ts'
import type { Case } from '../case/lock.ts'
import { lockCase, proceed, settle, writeFact } from '../case/record.ts'
import { obligationsOf, viewOf, type Obligation } from '../case/view.ts'
import { facts } from '../schema/case.ts'

/** A report's mail to one person, as it stood in the outbox. */
export interface ReportMail {
  notificationId: string
  caseId: string
  personId: string
  reportId: string
  roles: Role[]
}

/**
 * The mail server took a report's mail at `at`: for these recipients that is when it was sent (S2-3.3.5b). Late with
 * our own mail down when it was due: excused. Once per mail, however often it is told. Returns whether it was news.
 */
export async function mailAccepted(tx: Tx, procedure: Procedure, mail: ReportMail, at: Instant, now: Instant) {
  const held = await lockCase(tx, mail.caseId)
  if (!held) return false
  const { notificationId, personId, reportId, roles } = mail
  const data = { notificationId, personId, reportId, roles }
  const key = `mail:${notificationId}:accepted`
  const fact = { kind: 'reportAccepted', occurredAt: at, data, key }
  const factId = await writeFact(tx, held.id, fact, now)
  if (!factId || held.state !== 'open') return factId !== undefined
  const view = await viewOf(tx, held)
  const rows = reportRows(await obligationsOf(tx, held.id), mail.roles)
  const sent = rows.filter((row) => row.work === 'open' || (row.settledAt !== null && row.settledAt > at))
  await settle(
    tx,
    held.id,
    sent.map((row) => {
      const proof = row.lateFromAt !== null && at >= row.lateFromAt && proofOf(view, row)
      const evidence: Evidence = { obligationId: row.id, work: 'done', occurredAt: at, factId }
      return proof ? { ...evidence, verdict: 'excused', reason: 'ownMailDown' } : evidence
    }),
    now,
  )
  await proceed(tx, procedure, held, now)
  return true
}

/** Why a mail was not taken: our own mail failed, the recipient's server put it off, or refused it for good. */
export type NotTaken = 'mailDown' | 'reportDeferred' | 'reportRefused'

/**
 * A report's mail was not taken by an attempt begun at `attemptedAt`. Kept as a fact where it differs from the attempt
 * before. Once due has passed, it is what excuses the author of what our own mail prevented.
 */
export async function mailNotTaken(
  tx: Tx,
  procedure: Procedure,
  mail: ReportMail,
  why: { kind: NotTaken; code: string; attemptedAt: Instant },
  now: Instant,
): Promise<void> {
  const held = await lockCase(tx, mail.caseId)
  if (!held || held.state !== 'open') return
  const { notificationId, personId, reportId, roles } = mail
  const data = { notificationId, personId, reportId, roles }
  const before = (await tx.select().from(facts).where(eq(facts.caseId, held.id)))
    .filter((fact) => fact.data.notificationId === notificationId)
    .sort((a, b) => a.occurredAt - b.occurredAt)
    .at(-1)
  if (before?.kind !== why.kind) {
    const key = `mail:${notificationId}:${why.kind}:${why.attemptedAt}`
    const occurredAt = why.attemptedAt
    await writeFact(tx, held.id, { kind: why.kind, occurredAt, data: { ...data, code: why.code }, key }, now)
  }
  await excuse(tx, held, mail.roles, now)
  await proceed(tx, procedure, held, now)
}

/** Excuses what is late and was kept from being sent by our own mail. The promise itself stays open until it is sent. */
async function excuse(tx: Tx, held: Case, roles: readonly Role[], now: Instant): Promise<void> {
  const view = await viewOf(tx, held)
  const evidence = reportRows(await obligationsOf(tx, held.id), roles)
    .filter((row) => row.work === 'open' && ['pending', 'late'].includes(row.verdict))
    .filter((row) => row.lateFromAt !== null && row.lateFromAt <= now)
    .flatMap((row): Evidence[] => {
      const proof = proofOf(view, row)
      if (!proof) return []
      const reason = 'ownMailDown'
      return [{ obligationId: row.id, occurredAt: proof.occurredAt, factId: proof.id, verdict: 'excused', reason }]
    })
  if (evidence.length > 0) await settle(tx, held.id, evidence, now)
}

const proofOf = (view: CaseView, row: Obligation) => ownMailDown(view, row.recipientRole as Role, row.lateFromAt!)

const reportRows = (rows: readonly Obligation[], roles: readonly Role[]) =>
  rows.filter((row) => row.promise === 'report' && roles.includes(row.recipientRole as Role))
