import { latest, type CaseView } from '../case.ts'
import type { Owed } from '../obligation/obligation.ts'
import { citation, numberOf, settingOf } from '../policy/parameter.ts'

/**
 * S2-1.2.2c: posted staff whom a call of ours did not reach speak with us within the hour, or count as out of contact.
 * Of its two readings the setting picks one: an hour without a conversation, or the unanswered call itself.
 */
export function owedByReach(promise: string, view: CaseView): Owed[] {
  const missed = latest(view, 'notReached')
  if (promise !== 'speak' || !missed) return []
  const reading = settingOf<string>(view.terms, 'call.lostContactReading')
  const limit = reading === 'oneUnansweredCall' ? 0 : numberOf(view.terms, 'call.lostContactAfter')
  return [
    {
      ...citation(view.terms, 'call.lostContactAfter'),
      bearer: { personId: missed.data.personId as string },
      anchorAt: missed.occurredAt,
      answerableFromAt: missed.receivedAt,
      due: { kind: 'by', at: missed.occurredAt + limit, edge: 'within' },
    },
  ]
}
