import { promptDecision } from '../appeal/appeal.ts'
import { latest, type CaseView } from '../case.ts'
import type { Owed } from '../obligation/obligation.ts'
import { citation } from '../policy/parameter.ts'
import type { Proposal } from './penalty.ts'

/** The one promise of a proposed penalty: the centre's general manager decides (S2-T2-3.1-6), promptly. */
export function owedByPenalty(promise: string, view: CaseView): Owed[] {
  if (promise !== 'decide') throw new Error(`a penalty knows no promise ${promise}`)
  const proposed = latest(view, 'penaltyProposed')
  if (!proposed) return []
  const { ground } = proposed.data as unknown as Proposal
  return [
    {
      ...citation(view.terms, ground),
      bearer: { role: 'centreGm' },
      anchorAt: proposed.occurredAt,
      due: promptDecision(view, proposed.occurredAt),
    },
  ]
}
