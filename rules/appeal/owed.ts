import { latest, type CaseView } from '../case.ts'
import type { Owed } from '../obligation/obligation.ts'
import { citation } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'
import { promptDecision } from './appeal.ts'

/** What the fact `appealed` says: which entry, and the role that is asked; null where nobody impartial holds one. */
export interface Appealed {
  consequenceId: string
  deciderRole: Role | null
}

/** The one promise of an appeal: a decision, promptly. */
export function owedByAppeal(promise: string, view: CaseView): Owed[] {
  if (promise !== 'decide') throw new Error(`an appeal knows no promise ${promise}`)
  const filed = latest(view, 'appealed')
  if (!filed) return []
  const { deciderRole } = filed.data as unknown as Appealed
  return [
    {
      ...citation(view.terms, 'appeal.decideTarget'),
      bearer: deciderRole === null ? { unit: true } : { role: deciderRole },
      anchorAt: filed.occurredAt,
      due: promptDecision(view, filed.occurredAt),
    },
  ]
}
