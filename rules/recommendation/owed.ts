import { latest, type CaseView } from '../case.ts'
import type { Owed } from '../obligation/obligation.ts'
import type { Text } from '../text.ts'

/** A downgrade, a dismissal or a raise waits for the company's general manager, without a clock: the clauses state none. */
export function owedByRecommendation(promise: string, view: CaseView): Owed[] {
  if (promise !== 'decide') throw new Error(`a recommendation knows no promise ${promise}`)
  const asked = latest(view, 'groundFell') ?? latest(view, 'recommended')
  if (!asked) return []
  const { clause, policy, policyVersion } = asked.data as { clause: string; policy: string; policyVersion: number }
  return [
    {
      clause,
      policy,
      policyVersion,
      bearer: { role: 'companyGm' },
      anchorAt: asked.recordedAt,
      due: { kind: 'none' },
    },
  ]
}

export const recommendationPromises: Record<string, Text> = {
  decide: { zh: '总经理决定降薪、辞退或升档建议', en: 'Decide on the recommended downgrade, dismissal or raise' },
}
