import type { CaseView } from '../case.ts'
import type { Instant } from '../instant.ts'
import type { Owed, Verdict, Work } from '../obligation/obligation.ts'
import { lateFrom } from '../time/due.ts'

/** A promise as its row keeps it: what was done about it. Its due time and stake are computed anew. */
export interface Kept {
  promise: string
  clause: string
  bearerId: string | null
  bearerRole: string | null
  recipientId: string | null
  recipientRole: string | null
  openedAt: Instant
  answerableFromAt: Instant
  work: Work
  verdict: Verdict
  settledAt: Instant | null
}

/** How a promise comes out: due when, judged how, at what cost (fen, 0 for none). */
export interface Outcome {
  dueAt: Instant | null
  verdict: Verdict
  amountFen: number
}

export type OwedBy = (promise: string, view: CaseView) => Owed[]

/** What the rules say of a kept promise: from all facts, or else from those known when it was opened. */
function owedNow(owedBy: OwedBy, kept: Kept, view: CaseView): Owed | undefined {
  const bearer = kept.bearerId ?? kept.bearerRole
  const recipient = kept.recipientId ?? kept.recipientRole
  const same = (owed: Owed) =>
    owed.clause === kept.clause &&
    ('personId' in owed.bearer ? owed.bearer.personId : 'role' in owed.bearer ? owed.bearer.role : 'unit') === bearer &&
    (owed.recipient?.personId ?? owed.recipient?.role ?? null) === recipient
  const then = { ...view, facts: view.facts.filter((fact) => fact.recordedAt <= kept.openedAt) }
  return owedBy(kept.promise, view).find(same) ?? owedBy(kept.promise, then).find(same)
}

/**
 * Judges a promise anew from what was done about it, under the terms of the view, as things stood at `asOf`: the same
 * comparison as the judging statement's. An accepted cause stands. Undefined where the rules no longer know the promise
 * (it passed to somebody else): then nothing can be said.
 */
export function judgeAgain(owedBy: OwedBy, kept: Kept, view: CaseView, asOf: Instant): Outcome | undefined {
  const owed = owedNow(owedBy, kept, view)
  if (!owed) return undefined
  const late = owed.due.kind === 'by' ? lateFrom(owed.due.at, owed.due.edge) : null
  const verdict = verdictOf(kept, late, asOf)
  const charged =
    verdict === 'late' && owed.stake !== undefined && kept.bearerId !== null && kept.answerableFromAt < late!
  return {
    dueAt: owed.due.kind === 'by' ? owed.due.at : null,
    verdict,
    amountFen: charged ? owed.stake!.amountFen : 0,
  }
}

function verdictOf({ work, verdict, settledAt }: Kept, late: Instant | null, asOf: Instant): Verdict {
  if (verdict === 'excused') return 'excused'
  const passed = late !== null && (work === 'open' ? asOf : settledAt!) >= late
  if (passed) return 'late'
  return work === 'open' ? 'pending' : work === 'released' ? 'void' : 'onTime'
}
