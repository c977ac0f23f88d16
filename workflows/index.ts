import * as stories from './stories.ts'
import { workflowOf } from './pump.ts'

export const call = workflowOf(stories.call)
export const incident = workflowOf(stories.incident)
export const reach = workflowOf(stories.reach)
export const serviceTask = workflowOf(stories.serviceTask)
export const staffChange = workflowOf(stories.staffChange)
