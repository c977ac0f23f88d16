import type { Procedure } from '../../rules/case.ts'
import { refuse } from '../../rules/problem.ts'
import type { Instant } from '../../rules/instant.ts'
import { approversOf } from '../../rules/staffChange/change.ts'
import { decidingBody, type Deciding } from '../../rules/staffChange/decision.ts'
import { checkOrder } from '../../rules/staffChange/order.ts'
import { attachTo } from '../attachment/attach.ts'
import { goBack } from '../case/goBack.ts'
import { checkClaim, findOpen, keep, openRows } from '../case/keep.ts'
import { proceed, writeFact } from '../case/record.ts'
import { viewOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import type { Act } from './steps.ts'
import { tell } from './tell.ts'

/** All that is done once more when an application is turned down or its successor changes. */
export const FROM_APPLICATION = [
  'apply',
  'approve',
  'trial',
  'start',
  'documents',
  'situationReport',
  'onSiteTraining',
  'handOver',
  'confirm',
] as const

export type Decision = Act & Deciding & { approved: boolean; reason?: string }

/**
 * One client body decides on the application [S4-N-3.2, S4-D-3.2, S4-S-3.4c]. Under D both have to approve. Turned down
 * by one, it goes back to the contractor, who applies anew; that it came far enough ahead stays as it was.
 */
export async function decideApplication(
  tx: Tx,
  procedure: Procedure,
  decision: Decision,
  now: Instant,
): Promise<Obligation[]> {
  const { caseId, occurredAt, byId, approved, reason, documentId } = decision
  const found = await findOpen(tx, 'staffChange', caseId)
  const role = decidingBody(decision, approversOf(found.held.terms))
  const mine = (await openRows(procedure, found, 'approve')).filter((row) => row.bearerRole === role)
  if (mine.length === 0) refuse('case.settledAlready')
  checkOrder(await viewOf(tx, found.held), 'applied', 'apply', occurredAt)
  if (documentId) await attachTo(tx, { caseId, ids: [documentId], byId, field: 'documentId' })
  const data = { role, reason: reason ?? null, documentId: documentId ?? null }
  const rows = approved
    ? await keep(
        tx,
        procedure,
        found,
        {
          promise: 'approve',
          fact: { kind: 'approved', occurredAt, byId, data },
          settles: (row) => row.bearerRole === role,
        },
        now,
      )
    : await turnDown(tx, procedure, { ...decision, found, data }, now)
  const template = { template: 'staffChange.decided' as const, to: ['contractorPm' as const] }
  await tell(tx, found.held, { ...template, factId: `${mine[0]!.id}:${approved}` }, now)
  return rows
}

async function turnDown(
  tx: Tx,
  procedure: Procedure,
  { caseId, occurredAt, byId, found, data }: Act & { found: Awaited<ReturnType<typeof findOpen>>; data: object },
  now: Instant,
): Promise<Obligation[]> {
  const provisional = checkClaim(found.held, occurredAt, now)
  const fact = { kind: 'turnedDown', occurredAt, byId, data: { ...data }, provisional }
  const factId = await writeFact(tx, caseId, fact, now)
  const held = await goBack(tx, found.held, { again: FROM_APPLICATION, factId: factId!, occurredAt }, now)
  return proceed(tx, procedure, held, now)
}
