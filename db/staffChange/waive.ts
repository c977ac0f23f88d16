import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import {
  citationOf,
  consentingBodies,
  isDemanded,
  startOf,
  waiversOf,
  type Waivable,
} from '../../rules/staffChange/change.ts'
import { decidingBody, type Deciding } from '../../rules/staffChange/decision.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { attachTo } from '../attachment/attach.ts'
import { checkClaim, findOpen } from '../case/keep.ts'
import { proceed, settle, writeFact } from '../case/record.ts'
import { viewOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { refreshDues } from './refresh.ts'
import { checkWaivable } from './start.ts'
import type { Act } from './steps.ts'
import { tell } from './tell.ts'

export type WaiverDecision = Act &
  Deciding & {
    promise: Waivable
    granted: boolean
    /** Of a handover: the working days consented to. What was asked for, unless said. */
    workingDays?: number
  }

/**
 * A client body waives one promise that is owed to it, before it is due, or refuses what was asked at entry. A waived
 * row is released, with the consent as its evidence; of a handover, its floor moves [S4-N-3.3]. Nothing else is touched.
 */
export async function decideWaiver(
  tx: Tx,
  procedure: Procedure,
  decision: WaiverDecision,
  now: Instant,
): Promise<Obligation[]> {
  const { caseId, promise, granted, occurredAt, byId, documentId } = decision
  const { held, rows } = await findOpen(tx, 'staffChange', caseId)
  const view = await viewOf(tx, held)
  const demanded = isDemanded(view)
  const workingDays = promise === 'handOver' ? (decision.workingDays ?? startOf(view).askedDays) : null
  if (granted || promise !== 'handOver') checkWaivable(held.terms, promise, demanded, workingDays)
  const role = decidingBody(decision, consentingBodies(held.terms, promise))
  if (promise !== 'handOver' && waiversOf(view, promise).some((one) => one.role === role))
    refuse('staffChange.waivedAlready')
  const own = rows.filter((row) => row.promise === promise && row.recipientRole === role && row.round === held.round)
  if (granted && promise !== 'handOver') checkStillOpen(own, occurredAt)
  const provisional = checkClaim(held, occurredAt, now)
  if (documentId) await attachTo(tx, { caseId, ids: [documentId], byId, field: 'documentId' })
  const data = { promise, role, workingDays, documentId: documentId ?? null }
  const kind = granted ? 'waived' : 'waiverRefused'
  const factId = await writeFact(tx, caseId, { kind, occurredAt, byId, data, provisional }, now)
  const { clause } = citationOf(held.terms, promise, demanded)
  const answered = rows.filter(
    (row) => row.promise === 'consent' && row.work === 'open' && row.clause === clause && row.bearerRole === role,
  )
  const released = granted && promise !== 'handOver' ? own.filter((row) => row.work === 'open') : []
  const evidence = { occurredAt, factId }
  await settle(
    tx,
    caseId,
    [
      ...answered.map((row) => ({ obligationId: row.id, work: 'done' as const, ...evidence })),
      ...released.map((row) => ({ obligationId: row.id, work: 'released' as const, reason: 'waived', ...evidence })),
    ],
    now,
  )
  if (promise === 'handOver' || !granted) await refreshDues(tx, held, [promise], now)
  await tell(tx, held, { template: 'staffChange.waiverDecided', to: ['contractorPm'], factId: factId! }, now)
  return proceed(tx, procedure, held, now)
}

/** What was kept needs no waiver; what is past due cannot be waived: late is late. */
function checkStillOpen(rows: readonly Obligation[], occurredAt: Instant): void {
  const open = rows.filter((row) => row.work === 'open')
  if (rows.length > 0 && open.length === 0) refuse('case.settledAlready')
  const past = open.find((row) => row.lateFromAt !== null && occurredAt >= row.lateFromAt)
  if (past) refuse('staffChange.waiverTooLate', { clause: past.clause, params: { due: formatInstant(past.dueAt!) } })
}
