import type { Grant } from '../permissions.ts'
import { refuse } from '../problem.ts'
import { roles, type Role } from '../roles.ts'

/** Who decides, as the caller states it. `role` and `documentId` are needed where HR enters what was signed on paper. */
export interface Deciding {
  grants: readonly Grant[]
  role?: Role
  documentId?: string
}

/**
 * The client body that a decision is of. One of the client's people decides in the body's name; HR enters what it
 * decided on paper, with the signed paper. Refuses everybody else: the contractor does not consent to its own delay.
 */
export function decidingBody({ grants, role, documentId }: Deciding, allowed: readonly Role[]): Role {
  const own = allowed.filter((one) => grants.some((grant) => grant.role === one))
  const meant = role ?? (own.length === 1 ? own[0] : undefined)
  if (meant && own.includes(meant)) return meant
  const onPaper = grants.some((grant) => grant.role === 'hrSpecialist')
  if (onPaper && meant && allowed.includes(meant) && documentId) return meant
  if ((onPaper && (!meant || allowed.includes(meant))) || own.length > 1)
    refuse('staffChange.paperMissing', { field: meant ? 'documentId' : 'role', expected: allowed.join(' | ') })
  const names = (language: 'zh' | 'en') =>
    allowed.map((one) => roles[one][language]).join(language === 'zh' ? '、' : ', ')
  return refuse('staffChange.notYourDecision', { params: { roles: { zh: names('zh'), en: names('en') } } })
}
