import { WITHDRAWN_APART } from '../../rules/evidence.ts'
import type { Action } from '../../rules/permissions.ts'
import { accidentSteps } from '../accidents/steps.ts'
import { appealSteps } from '../appeals/steps.ts'
import { assessmentSteps } from '../assessments/steps.ts'
import { callSteps } from '../calls/steps.ts'
import { evaluationSteps, measureSteps } from '../evaluation/steps.ts'
import { incidentSteps } from '../incidents/steps.ts'
import { bonusSteps, rateSteps } from '../pay/steps.ts'
import { penaltySteps } from '../penalties/steps.ts'
import { recommendationSteps } from '../recommendations/steps.ts'
import { reportSteps } from '../reports/steps.ts'
import { statementSteps } from '../statements/steps.ts'
import { changeSteps } from '../staffChanges/steps/index.ts'
import { rulebookSteps } from '../rulebook/steps.ts'
import { taskSteps } from '../serviceTasks/steps/index.ts'
import { texts } from '../texts/index.ts'
import { step, type Step } from './step.ts'

const byKind: Readonly<Record<string, readonly Step[]>> = {
  call: callSteps,
  incident: incidentSteps,
  accident: accidentSteps,
  appeal: appealSteps,
  bonus: bonusSteps,
  payRate: rateSteps,
  statement: statementSteps,
  rulebook: rulebookSteps,
  assessment: assessmentSteps,
  report: reportSteps,
  workReport: reportSteps,
  penalty: penaltySteps,
  evaluation: evaluationSteps,
  measure: measureSteps,
  recommendation: recommendationSteps,
  serviceTask: taskSteps,
  staffChange: changeSteps,
}

const anyKind = [
  step({
    promise: null,
    title: texts.cases.withdraw,
    may: 'case.withdraw',
    fields: [{ name: 'reason', label: texts.common.reason, kind: 'long' }],
    operation: 'post /api/cases/{id}/withdrawal',
    given: (id, values) => ({ params: { id }, body: { reason: values['reason']! } }),
  }),
]

/** Acts whose forms stand in the panel of a kind of case, not among its steps; why somebody may not is told there all the same. */
export const PANEL_ACTS: Readonly<Record<string, Action>> = { evaluation: 'evaluation.assess' }

/** The steps that can be taken from the pages, by the kind of the case. */
export const stepsOf = (kind: string): readonly Step[] => [
  ...(byKind[kind] ?? []),
  ...(WITHDRAWN_APART.has(kind) ? [] : anyKind),
]
