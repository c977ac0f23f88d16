import type { ProblemCode, ProblemParams } from '../../rules/problem.ts'
import { roles, type Role } from '../../rules/roles.ts'
import type { evaluations } from '../schema/evaluation.ts'

type Row = Pick<typeof evaluations.$inferSelect, 'personId' | 'assessorRole'>

/** Why an evaluation is not for somebody to score: it is their own, or its assessor is another role. */
export function assessorBar(
  { personId, assessorRole }: Row,
  byId: string,
  held: readonly Role[],
): { code: ProblemCode; params?: ProblemParams } | null {
  if (personId === byId) return { code: 'evaluation.ownMatter' }
  const role = assessorRole as Role
  return held.includes(role) ? null : { code: 'evaluation.notAssessor', params: { role: roles[role] } }
}
