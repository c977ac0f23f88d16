import type { Instant } from '../instant.ts'
import { refuse } from '../problem.ts'
import type { Text } from '../text.ts'
import {
  ALWAYS_CARRIED,
  listed,
  noticeFields,
  preTripFields,
  type ResponsibilityForm,
  type ServiceNotice,
} from './form.ts'

/** Refuses a service notice that lacks one of its five entries (S0-A-3.1a). */
export function checkNotice(notice: Partial<ServiceNotice>): asserts notice is ServiceNotice {
  const gaps = (Object.keys(noticeFields) as (keyof ServiceNotice)[]).filter((field) => !notice[field]?.trim())
  if (gaps.length === 0) return
  const missing = listed(gaps.map((field) => noticeFields[field]))
  refuse('serviceTask.noticeIncomplete', { field: gaps[0], clause: 'S0-A-3.1a', params: { missing } })
}

/** What the pre-trip part of the form still lacks. A remote task has no appointment and no travel plan. */
export function preTripGaps(form: ResponsibilityForm): Text[] {
  const skipped = form.mode === 'remote' ? ['appointmentAt', 'travel'] : []
  return Object.entries(preTripFields).flatMap(([field, label]) =>
    skipped.includes(field) || form[field as keyof ResponsibilityForm] !== undefined ? [] : [label],
  )
}

/** Refuses an advance before the pre-trip part of the form is complete and approved (S0-A-3.6a). */
export function checkAdvance(form: ResponsibilityForm, approved: boolean): void {
  const gaps = preTripGaps(form)
  if (!approved) gaps.push({ zh: '主管批准', en: "the supervisor's approval" })
  if (gaps.length > 0) refuse('serviceTask.noAdvance', { clause: 'S0-A-3.6a', params: { missing: listed(gaps) } })
}

/** Refuses a trip with the site unknown or without a solution (S0-A-3.6b), or whose plan is not approved (S0-A-6.1). */
export function checkTrip(form: ResponsibilityForm, approved: boolean): void {
  const gaps = (['site', 'solution'] as const).filter((field) => form[field] === undefined)
  const missing = listed(gaps.map((field) => preTripFields[field]))
  if (gaps.length > 0) refuse('serviceTask.noTrip', { clause: 'S0-A-3.6b', params: { missing } })
  if (!approved) refuse('serviceTask.planNotApproved', { clause: 'S0-A-6.1' })
}

/** Refuses a preparation without what is always carried (S0-A-3.7). */
export function checkTools(carried: readonly string[]): void {
  const gaps = Object.entries(ALWAYS_CARRIED).filter(([tool]) => !carried.includes(tool))
  if (gaps.length === 0) return
  const missing = listed(gaps.map(([, label]) => label))
  refuse('serviceTask.toolsMissing', { field: 'tools', clause: 'S0-A-3.7', params: { missing } })
}

/** Refuses an estimate that has passed: it says when the task will be complete (S0-A-7.1). */
export function checkEstimate(estimateAt: Instant, now: Instant): void {
  if (estimateAt <= now) refuse('serviceTask.estimatePassed', { field: 'estimateAt', clause: 'S0-A-7.1' })
}
