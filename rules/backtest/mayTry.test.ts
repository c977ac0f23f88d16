import { describe, expect, it } from 'vitest'
import type { Role } from '../roles.ts'
import { permissions } from '../permissions.ts'
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

  it('and every approver that a rulebook names may [S2-T0-1, S3-8.3, S4-E-19, S4-L-12]', () => {
    const named = Object.keys(terms).filter((key) => key.startsWith('rulebook.approvers'))
    const roles = named.flatMap((key) => terms[key]!.value as Role[])
    for (const role of roles) expect(permissions['backtest.run']).toContain(role)
  })
})
