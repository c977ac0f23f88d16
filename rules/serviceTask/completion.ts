import { all, latest, type CaseView, type Fact } from '../case.ts'
import { CLAIM_CONFIRMED, isOldClaim } from '../evidence.ts'
import type { Instant } from '../instant.ts'
import { isBlank } from '../policy/parameter.ts'

/** The customer's signature, unless it was found to be forged. */
export function signatureOf(view: CaseView): Fact | undefined {
  const forged = new Set(all(view, 'signatureForged').map((fact) => fact.data.ratedId))
  return all(view, 'rated').findLast((fact) => !forged.has(fact.id))
}

/**
 * When the task counts as complete, and by which fact; undefined before the engineer said so. The engineer's word holds
 * where it came in time, or no fine hangs on it. One that came long after (a phone without network) is provisional: it counts as of its receipt
 * until the supervisor confirms or corrects it, or the customer's signature bears it out, and then no earlier than the signature.
 */
export function completion(view: CaseView): { at: Instant; by: Fact } | undefined {
  const done = latest(view, 'completed')
  if (!done) return undefined
  const fineless = isBlank(view.terms, 'serviceTask.overrun')
  if (fineless || done.correctsId !== null || !isOldClaim(view.terms, done.occurredAt, done.receivedAt))
    return { at: done.occurredAt, by: done }
  const confirmed =
    all(view, 'completionConfirmed').find((fact) => fact.data.completedId === done.id) ??
    all(view, CLAIM_CONFIRMED).find((fact) => fact.data.factId === done.id)
  if (confirmed) return { at: done.occurredAt, by: confirmed }
  const signed = signatureOf(view)
  if (!signed) return { at: done.receivedAt, by: done }
  return { at: Math.min(done.receivedAt, Math.max(done.occurredAt, signed.occurredAt)), by: signed }
}
