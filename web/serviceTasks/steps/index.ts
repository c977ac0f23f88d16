import { officeSteps } from './office.ts'
import { planSteps } from './plan.ts'
import { siteSteps } from './site.ts'

/** The steps of a service task: those of the engineer before and during the trip, and those of the office. */
export const taskSteps = [...planSteps, ...siteSteps, ...officeSteps]
/** The steps of the engineer, which can be taken at a site without network. */
export const engineerSteps = [...planSteps, ...siteSteps]
