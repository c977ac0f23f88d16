import { promptDecision } from '../appeal/appeal.ts'
import { latest, type CaseView } from '../case.ts'
import { cite } from '../evaluation/cite.ts'
import type { Owed } from '../obligation/obligation.ts'
import type { Role } from '../roles.ts'
import type { Text } from '../text.ts'
import { measureOf } from './measures.ts'

/** What the fact that proposes a measure says of it; a role of null: nobody impartial holds one that could decide. */
export interface Proposed {
  measure: string
  amountFen?: number
  deciderRole: Role | null
}

export const measurePromises = {
  decide: { zh: '裁定奖惩措施', en: 'Decide on the proposed measure' },
  carryOut: { zh: '落实已批准的奖惩措施', en: 'Carry out the approved measure' },
} as const satisfies Record<string, Text>

/** What a measure owes: a decision, promptly, and, where somebody has to do something, that it is done. */
export function owedByMeasure(promise: string, view: CaseView): Owed[] {
  const proposed = latest(view, 'measureProposed')
  if (!proposed) return []
  const { measure: id, deciderRole } = proposed.data as unknown as Proposed
  const measure = measureOf(id)!
  const cited = cite(view.terms, measure.programme, measure.clause)
  if (promise === 'decide')
    return [
      {
        ...cited,
        bearer: deciderRole === null ? { unit: true } : { role: deciderRole },
        anchorAt: proposed.occurredAt,
        due: promptDecision(view, proposed.occurredAt),
      },
    ]
  if (promise !== 'carryOut') throw new Error(`a measure knows no promise ${promise}`)
  const decided = latest(view, 'measureDecided')
  if (decided?.data.approved !== true || !measure.todo) return []
  return [{ ...cited, bearer: { personId: proposed.byId! }, anchorAt: decided.occurredAt, due: { kind: 'none' } }]
}
