import { issuerOf } from '../../rules/assessment/owed.ts'
import type { Sheet } from '../../rules/assessment/sheet.ts'
import type { ProblemCode, ProblemParams } from '../../rules/problem.ts'
import { roles, type Role } from '../../rules/roles.ts'
import type { assessments } from '../schema/assessment.ts'

type Row = Pick<typeof assessments.$inferSelect, 'scope'>

/** Why a sheet is not for somebody in these roles to issue, whatever stands on it. */
export function issuerBar({ scope }: Row, held: readonly Role[]): { code: ProblemCode; params: ProblemParams } | null {
  const issuer = issuerOf(scope)
  return held.includes(issuer) ? null : { code: 'assessment.notIssuer', params: { issuer: roles[issuer] } }
}

/** Whether somebody stands on a sheet: it is neither theirs to issue nor to sign or send back. */
export const standsOn = ({ people }: Sheet, byId: string): boolean => people.some(({ personId }) => personId === byId)
