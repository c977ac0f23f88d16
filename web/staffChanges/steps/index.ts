import { aheadSteps, changingSteps } from './ahead.ts'
import { clientSteps } from './client.ts'
import { handoverSteps } from './handover.ts'

/** Everything that is done about a change of resident staff, from the notice to the confirmation form. */
export const changeSteps = [...aheadSteps, ...clientSteps, ...handoverSteps, ...changingSteps]
