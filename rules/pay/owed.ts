import { latest, type CaseView } from '../case.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { citation } from '../policy/parameter.ts'
import { bonusBlanks } from './ranking.ts'
import type { Text } from '../text.ts'

/** The half-year's bonus: the supervisor proposes, the general manager approves or sends it back. */
export const bonusPromises = {
  propose: { zh: '提出半年奖金方案', en: "Propose the half-year's bonus" },
  decide: { zh: '总经理审批半年奖金', en: "Approve the half-year's bonus" },
} as const satisfies Record<string, Text>

/** A rate for a special region, which nobody but the general manager approves. */
export const payRatePromises = {
  decide: { zh: '总经理特批出差补助标准', en: 'Approve a special travel allowance' },
} as const satisfies Record<string, Text>

/**
 * S0-A-8.1f names no day by which the bonus is proposed; while its base or a tier's border is blank it is a to-do that
 * says so (`unset`), and blocks nothing else.
 */
export function owedByBonus(promise: string, view: CaseView): Owed[] {
  const cited = citation(view.terms, 'pay.bonusBase')
  const anchorAt = view.facts.at(-1)?.occurredAt ?? view.startedAt
  const due: Due = promise === 'propose' && bonusBlanks(view.terms).length > 0 ? { kind: 'unset' } : { kind: 'none' }
  const bearer = { role: promise === 'propose' ? 'serviceSupervisor' : 'companyGm' }
  return [{ ...cited, bearer, recipient: { role: 'companyGm' }, anchorAt, due }]
}

/** S0-A-8.2a: the general manager's special approval; no time is stated. */
export function owedByPayRate(promise: string, view: CaseView): Owed[] {
  const proposed = latest(view, 'rateProposed')
  if (promise !== 'decide' || !proposed) return []
  const cited = citation(view.terms, 'pay.travelPerDay')
  return [{ ...cited, bearer: { role: 'companyGm' }, anchorAt: proposed.occurredAt, due: { kind: 'none' } }]
}
