import { latest } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { approversOf } from '../../rules/staffChange/change.ts'
import { decidingBody, type Deciding } from '../../rules/staffChange/decision.ts'
import { checkOrder } from '../../rules/staffChange/order.ts'
import { attachTo } from '../attachment/attach.ts'
import { checkClaim } from '../case/keep.ts'
import { lockCase, writeFact } from '../case/record.ts'
import { viewOf } from '../case/view.ts'
import type { Tx } from '../client.ts'
import type { Act } from './steps.ts'
import { tell } from './tell.ts'

export type SiteTest = Act & Deciding & { passed: boolean; remark?: string }

/**
 * The client tests on site after the confirmation form, if it likes [S4-N-3.3]. The change is over by then and owes
 * nothing for it; the test is recorded beside it. The text names no consequence of a failed one.
 */
export async function recordSiteTest(tx: Tx, test: SiteTest, now: Instant): Promise<{ factId: string }> {
  const { caseId, occurredAt, byId, passed, remark, documentId } = test
  const held = await lockCase(tx, caseId)
  if (!held || held.kind !== 'staffChange') return refuse('staffChange.unknown', { field: 'id' })
  const view = await viewOf(tx, held)
  if (!latest(view, 'confirmed')) refuse('staffChange.notConfirmed')
  const role = decidingBody(test, approversOf(held.terms))
  checkOrder(view, 'confirmed', 'confirm', occurredAt)
  const provisional = checkClaim(held, occurredAt, now)
  if (documentId) await attachTo(tx, { caseId, ids: [documentId], byId, field: 'documentId' })
  const data = { role, passed, remark: remark ?? null, documentId: documentId ?? null }
  const factId = await writeFact(tx, caseId, { kind: 'tested', occurredAt, byId, data, provisional }, now)
  await tell(tx, held, { template: 'staffChange.tested', to: ['contractorPm'], factId: factId! }, now)
  return { factId: factId! }
}
