import { describe, expect, it } from 'vitest'
import { roleIds, roles } from '../roles.ts'
import { roleMeant, rolesLike } from './terms.ts'

describe('a post as a list of people names it', () => {
  it('is known by its id, by either label, and by the rulebook’s own word', () => {
    expect(roleMeant('engineer')).toBe('engineer')
    expect(roleMeant('service Engineer')).toBe('engineer')
    expect(roleMeant('技术服务工程师')).toBe('engineer')
    expect(roleMeant('技术主管')).toBe('provincialSupervisor')
    expect(roleMeant('技术服务部副经理')).toBe('technicalServiceDeputyManager')
    for (const role of roleIds) expect([roleMeant(roles[role].zh), roleMeant(roles[role].en)]).toEqual([role, role])
  })

  it('is never guessed: two posts are a general manager', () => {
    expect(roleMeant('总经理')).toBeUndefined()
    expect(rolesLike('总经理')).toEqual(expect.arrayContaining(['companyGm', 'centreGm']))
  })

  it('has the likeliest offered first, three at most, and nothing for what is like none', () => {
    expect(rolesLike('技术支持部工程师')[0]).toBe('technicalSupportEngineer')
    expect(rolesLike('经理')).toHaveLength(3)
    expect(rolesLike('司机')).toEqual([])
    expect(rolesLike('')).toEqual([])
  })
})
