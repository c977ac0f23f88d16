import { describe, expect, it } from 'vitest'
import type { Role } from '../roles.ts'
import { checkValues } from '../policy/check.ts'
import { lifeCycle } from '../rulebook/parameters.ts'
import { mayTry } from './mayTry.ts'

const terms = lifeCycle.parameters
const tries = (role: Role, rulebookId: string) => mayTry([{ role, regionId: null }], terms, rulebookId)

describe('who may try a draft on the past', () => {
  it('is who approves it: of that rulebook, and of no other [S4-L-12]', () => {
    expect(tries('salesManager', 'S4-L')).toBe(true)
    expect(tries('finance', 'S4-L')).toBe(true)
    expect(tries('finance', 'S0A')).toBe(false)
    const moved = { ...terms, 'rulebook.approvers.S0A': { value: ['finance'] } }
    expect(mayTry([{ role: 'finance', regionId: null }], moved, 'S0A')).toBe(true)
  })

  it('is who drafts rulebooks: of any; and nobody else', () => {
    expect(tries('serviceDirector', 'S4-L')).toBe(true)
    expect(tries('engineer', 'S4-L')).toBe(false)
  })

  it('and every post that a rulebook may name as its approver [S2-T0-1, S3-8.3, S4-E-19, S4-L-12]', () => {
    const named = Object.keys(lifeCycle.parameters).filter((key) => key.startsWith('rulebook.approvers'))
    for (const key of named) {
      const { value, choices } = lifeCycle.parameters[key]!
      for (const role of value as Role[]) expect(choices).toContain(role)
      for (const role of choices as Role[]) {
        expect(() => checkValues(lifeCycle, { [key]: [role] })).not.toThrow()
        expect(
          mayTry([{ role, regionId: null }], { ...terms, [key]: { value: [role] } }, key.split('.')[2] ?? 'S0A'),
        ).toBe(true)
      }
      expect(() => checkValues(lifeCycle, { [key]: ['engineer'] })).toThrow('policy.wrongValue')
    }
  })
})
