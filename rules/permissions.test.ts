import { describe, expect, it } from 'vitest'
import { actsFor, may, permissions, scopeOf, within } from './permissions.ts'
import { isRole, roleIds, roles } from './roles.ts'

describe('who may do what', () => {
  it.each(Object.entries(permissions))('%s is a noun and a verb, for roles that exist', (action, allowed) => {
    expect(action).toMatch(/^[a-zA-Z]+\.[a-zA-Z]+$/)
    expect(allowed.length).toBeGreaterThan(0)
    for (const role of allowed) expect(roleIds).toContain(role)
  })

  it('reaches the regions where the role is held, or everywhere', () => {
    const grants = [
      { role: 'engineer', regionId: 'n' },
      { role: 'engineer', regionId: 's' },
      { role: 'clientHr', regionId: null },
    ] as const
    expect(scopeOf(grants, 'customer.read')).toEqual(['n', 's'])
    expect(scopeOf([...grants, { role: 'finance', regionId: null }], 'customer.read')).toBe('all')
    expect(scopeOf(grants, 'account.create')).toEqual([])
    expect(may(grants, 'customer.read')).toBe(true)
    expect(may(grants, 'account.create')).toBe(false)
  })

  it('a thing of no region is for the unscoped only', () => {
    expect(within(['n'], 'n')).toBe(true)
    expect(within(['n'], 's')).toBe(false)
    expect(within(['n'], null)).toBe(false)
    expect(within('all', null)).toBe(true)
    expect(within('all', 'n')).toBe(true)
  })

  it('who may do it only by a role that was lent acts for who lent it [S2-T2-3.2-8]', () => {
    const lent = { role: 'finance', regionId: null, forPersonId: 'owner' } as const
    const own = { role: 'companyGm', regionId: null } as const
    const foreign = { role: 'engineer', regionId: null, forPersonId: 'other' } as const
    expect(actsFor([foreign, lent], ['finance', 'companyGm'])).toBe('owner')
    expect(actsFor([lent, own], ['finance', 'companyGm'])).toBeNull()
    expect(actsFor([lent, own], ['finance'])).toBe('owner')
    expect(actsFor([foreign], ['finance'])).toBeNull()
  })

  it('a bearer’s name is a role, or the unit, somebody outside, or nobody', () => {
    expect(['engineer', 'unit', 'external', 'toString', null].map(isRole)).toEqual([true, false, false, false, false])
  })

  it('every role has a label in both languages, none like another', () => {
    for (const language of ['zh', 'en'] as const)
      expect(new Set(Object.values(roles).map((label) => label[language])).size).toBe(roleIds.length)
  })
})
