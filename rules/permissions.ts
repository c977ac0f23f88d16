import { accidentActions } from './accident/actions.ts'
import { appealActions } from './appeal/actions.ts'
import { assessmentActions } from './assessment/actions.ts'
import { attachmentActions } from './attachment/actions.ts'
import { backtestActions } from './backtest/actions.ts'
import { callActions } from './call/actions.ts'
import { caseActions } from './caseActions.ts'
import { conductActions } from './conduct/actions.ts'
import { consequenceActions } from './consequence/actions.ts'
import { customerLinkActions } from './customerLink/actions.ts'
import { equipmentActions } from './equipment/actions.ts'
import { evaluationActions } from './evaluation/actions.ts'
import { figureActions } from './figures/actions.ts'
import { firstMorningActions } from './firstMorning/actions.ts'
import { fundActions } from './fund/fund.ts'
import { incidentActions } from './incident/actions.ts'
import { measureActions } from './measure/actions.ts'
import { notificationActions } from './notification/actions.ts'
import { payActions } from './pay/actions.ts'
import { penaltyActions } from './penalty/actions.ts'
import { organisationActions } from './organisation/actions.ts'
import { personActions } from './person/actions.ts'
import { recommendationActions } from './recommendation/actions.ts'
import { recordActions } from './record/actions.ts'
import { reportActions } from './report/actions.ts'
import { rulebookActions } from './rulebook/actions.ts'
import { houseActions, type Side } from './sample/sample.ts'
import { serviceTaskActions } from './serviceTask/actions.ts'
import { staffChangeActions } from './staffChange/actions.ts'
import { calendarActions } from './time/actions.ts'
import { systemActions } from './system/actions.ts'
import { statementActions } from './statement/statement.ts'
import type { Role } from './roles.ts'

/**
 * Who may do what: one line per action, `noun.verb`. Each noun keeps its own lines in `rules/<noun>/actions.ts`,
 * declared `as const satisfies Actions`; they meet here and nowhere else.
 */
export const permissions = {
  ...systemActions,
  ...calendarActions,
  ...personActions,
  ...organisationActions,
  ...equipmentActions,
  ...customerLinkActions,
  ...caseActions,
  ...callActions,
  ...incidentActions,
  ...notificationActions,
  ...serviceTaskActions,
  ...consequenceActions,
  ...staffChangeActions,
  ...attachmentActions,
  ...reportActions,
  ...assessmentActions,
  ...appealActions,
  ...rulebookActions,
  ...backtestActions,
  ...penaltyActions,
  ...accidentActions,
  ...recommendationActions,
  ...recordActions,
  ...evaluationActions,
  ...measureActions,
  ...conductActions,
  ...payActions,
  ...fundActions,
  ...statementActions,
  ...firstMorningActions,
  ...figureActions,
} as const satisfies Actions

export type Actions = Readonly<Record<`${string}.${string}`, readonly Role[]>>
export type Action = keyof typeof permissions

/** A role somebody holds, in one region or (null) everywhere. */
export interface Grant {
  role: Role
  regionId: string | null
  /** Whose role it is, where it is lent by a dated grant: what is done by it is done for that person. */
  forPersonId?: string
  /** Held by somebody of the sample department, whose rights end at its borders. */
  sample?: true
}

/** The regions an action reaches: everywhere, these only, or none at all (it is forbidden). */
export type Scope = 'all' | readonly string[]

/** Where the holder of these grants may do the action: `[]` means not at all. */
export function scopeOf(grants: readonly Grant[], action: Action): Scope {
  const allowed: readonly Role[] = permissions[action]
  const counting = grants.filter(
    // The sample's people have their region's, never everything, and nothing of what the house shares.
    ({ role, regionId, sample }) =>
      allowed.includes(role) && !(sample && (regionId === null || houseActions.has(action))),
  )
  if (counting.some((grant) => grant.regionId === null)) return 'all'
  return [...new Set(counting.map((grant) => grant.regionId as string))]
}

/** Whose people, customers and rosters somebody sees: the house's own, or the sample department's. */
export const sideOf = (grants: readonly Grant[]): Side => (grants.some((grant) => grant.sample) ? 'sample' : 'house')

/** Whether the grants allow the action anywhere. */
export function may(grants: readonly Grant[], action: Action): boolean {
  const scope = scopeOf(grants, action)
  return scope === 'all' || scope.length > 0
}

/** For whom somebody acts who may do this only by a role that was lent to them [S2-T2-3.2-8]; null: in their own right. */
export function actsFor(grants: readonly Grant[], allowed: readonly Role[]): string | null {
  const counting = grants.filter((grant) => allowed.includes(grant.role))
  if (counting.some((grant) => !grant.forPersonId)) return null
  return counting[0]?.forPersonId ?? null
}

/** Whether a thing of this region (null: of none in particular) lies within the scope. A thing without region is open to the unscoped only. */
export function within(scope: Scope, regionId: string | null): boolean {
  return scope === 'all' || (regionId !== null && scope.includes(regionId))
}
