import { latest, type CaseView } from '../case.ts'
import type { Instant } from '../instant.ts'
import { isBlank } from '../policy/parameter.ts'
import { refuse } from '../problem.ts'
import { promiseLabel } from '../promises.ts'
import { localDate, localTime } from '../time/local.ts'
import { isDemanded } from './change.ts'

/**
 * Refuses an act that claims an instant before the fact it rests on. The story keeps the order in which things are
 * entered; claimed times must keep it too, or a handover could be dated before its approval [S4-N-3.2, S4-S-3.4c].
 */
export function checkOrder(view: CaseView, kind: string, promise: string, occurredAt: Instant): void {
  const before = latest(view, kind)
  if (!before || occurredAt >= before.occurredAt) return
  const at = `${localDate(before.occurredAt)} ${localTime(before.occurredAt)}`
  const key = isDemanded(view) ? 'staffChange.replacementApproval' : 'staffChange.application'
  const clause = kind === 'approved' && !isBlank(view.terms, key) ? view.terms[key]!.clause : null
  const params = { first: promiseLabel('staffChange', promise), at }
  refuse('staffChange.outOfOrder', { field: 'occurredAt', params, ...(clause && { clause }) })
}
