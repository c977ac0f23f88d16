import { callSteps } from '../calls/steps.ts'
import { incidentSteps } from '../incidents/steps.ts'
import { taskSteps } from '../serviceTasks/steps.ts'
import type { Step } from './step.ts'

const byKind: Readonly<Record<string, readonly Step[]>> = {
  call: callSteps,
  incident: incidentSteps,
  serviceTask: taskSteps,
}

/** The steps that can be taken from the pages, by the kind of the case. */
export const stepsOf = (kind: string): readonly Step[] => byKind[kind] ?? []
