import type { CaseView } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Case } from '../case/lock.ts'
import { movedOf } from '../case/recompute.ts'
import { redue } from '../case/redue.ts'
import { obligationsOf, viewOf } from '../case/view.ts'
import type { Tx } from '../client.ts'

/**
 * Moves the due times of some promises to what the facts say now: after a decision about dates, a waiver that was
 * refused, a shorter handover. Promises kept already are judged anew; those taken away stay away. The case is locked.
 */
export async function refreshDues(tx: Tx, held: Case, promises: readonly string[], now: Instant): Promise<CaseView> {
  const view = await viewOf(tx, held)
  const rows = (await obligationsOf(tx, held.id)).filter(
    (row) => promises.includes(row.promise) && ['open', 'done'].includes(row.work),
  )
  await redue(tx, movedOf(held, rows, view, false), view, now)
  return view
}
