import * as stories from './stories.ts'
import { workflowOf } from './pump.ts'

export const accident = workflowOf(stories.accident)
export const appeal = workflowOf(stories.appeal)
export const assessment = workflowOf(stories.assessment)
export const bonus = workflowOf(stories.bonus)
export const call = workflowOf(stories.call)
export const evaluation = workflowOf(stories.evaluation)
export const incident = workflowOf(stories.incident)
export const payRate = workflowOf(stories.payRate)
export const measure = workflowOf(stories.measure)
export const penalty = workflowOf(stories.penalty)
export const reach = workflowOf(stories.reach)
export const recommendation = workflowOf(stories.recommendation)
export const report = workflowOf(stories.report)
export const rulebook = workflowOf(stories.rulebook)
export const serviceTask = workflowOf(stories.serviceTask)
export const staffChange = workflowOf(stories.staffChange)
export const statement = workflowOf(stories.statement)
export const workReport = workflowOf(stories.workReport)
export { periodic } from './periodic.ts'
