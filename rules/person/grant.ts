import type { Grant } from '../permissions.ts'
import { refuse } from '../problem.ts'
import type { Role } from '../roles.ts'

/** Roles of the house rather than of the rulebook: whoever holds them can reach everything. */
const houseRoles: readonly Role[] = ['admin', 'serviceAccount']

/**
 * House rule: nobody hands a role to themselves, and only an administrator hands out the house's own, so that the right to
 * staff a department isn't the right to run its system. @throws Refusal
 */
export function checkGrant(
  grantor: { personId: string; grants: readonly Grant[] },
  toPersonId: string,
  role: Role,
): void {
  if (grantor.grants.some((grant) => grant.role === 'admin')) return
  if (houseRoles.includes(role)) refuse('role.adminOnly', { field: 'role' })
  if (toPersonId === grantor.personId) refuse('role.ownGrant')
}
