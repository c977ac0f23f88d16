import { describe, expect, it } from 'vitest'
import type { Grant } from '../permissions.ts'
import { refusalOf } from '../problem.fixture.ts'
import type { Role } from '../roles.ts'
import { checkGrant } from './grant.ts'
import { isUsername } from './username.ts'

const refused = (own: Role[], to: string, role: Role) => {
  const grants = own.map((one): Grant => ({ role: one, regionId: null }))
  return refusalOf(() => checkGrant({ personId: 'grantor', grants }, to, role))
}

describe('a role is handed out', () => {
  it('to others, and not to oneself', () => {
    expect(refused(['centreGm'], 'somebody', 'engineer')).toBeUndefined()
    expect(refused(['centreGm'], 'grantor', 'engineer')).toEqual({ code: 'role.ownGrant' })
  })

  it.each(['admin', 'serviceAccount'] as const)('by an administrator only where it is %s', (role) => {
    expect(refused(['centreGm', 'companyGm'], 'somebody', role)).toEqual({ code: 'role.adminOnly', field: 'role' })
    expect(refused([], 'grantor', role)).toEqual({ code: 'role.adminOnly', field: 'role' })
    expect(refused(['admin'], 'somebody', role)).toBeUndefined()
  })

  it('by an administrator as is needed, whatever else they are', () => {
    expect(refused(['engineer', 'admin'], 'grantor', 'engineer')).toBeUndefined()
    expect(refused(['admin'], 'grantor', 'serviceAccount')).toBeUndefined()
  })
})

describe('a name to sign in with', () => {
  it.each(['李雷', 'li.lei', 'li_lei-2', 'Ñu', '12', 'x'.repeat(40)])('may be %s', (name) =>
    expect(isUsername(name)).toBe(true),
  )
  it.each(['', '李', 'x'.repeat(41), 'li lei', 'li@lei', ' li', 'li\n', '李雷！'])('is not %j', (name) =>
    expect(isUsername(name)).toBe(false),
  )
})
