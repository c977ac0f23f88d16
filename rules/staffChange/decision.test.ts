import { describe, expect, it } from 'vitest'
import type { Grant } from '../permissions.ts'
import { Refusal } from '../problem.ts'
import type { Role } from '../roles.ts'
import { decidingBody } from './decision.ts'

const grants = (...roles: Role[]): Grant[] => roles.map((role) => ({ role, regionId: null }))
const bodies: Role[] = ['clientTechnology', 'clientSupervision']
function codeOf(decide: () => unknown): string | undefined {
  try {
    decide()
  } catch (error) {
    return (error as Refusal).code
  }
  return undefined
}

describe('whose decision it is', () => {
  it('is that of the body the caller belongs to [S4-D-3.2]', () => {
    expect(decidingBody({ grants: grants('clientSupervision') }, bodies)).toBe('clientSupervision')
  })

  it('has to be said by somebody of both bodies', () => {
    const both = grants('clientTechnology', 'clientSupervision')
    expect(codeOf(() => decidingBody({ grants: both }, bodies))).toBe('staffChange.paperMissing')
    expect(decidingBody({ grants: both, role: 'clientTechnology' }, bodies)).toBe('clientTechnology')
  })

  it('is entered by HR only with the body’s name and the signed paper', () => {
    const hr = grants('hrSpecialist')
    expect(codeOf(() => decidingBody({ grants: hr }, bodies))).toBe('staffChange.paperMissing')
    expect(codeOf(() => decidingBody({ grants: hr, role: 'clientTechnology' }, bodies))).toBe(
      'staffChange.paperMissing',
    )
    expect(codeOf(() => decidingBody({ grants: hr, documentId: 'd' }, bodies))).toBe('staffChange.paperMissing')
    const signed = { grants: hr, role: 'clientTechnology' as const, documentId: 'd' }
    expect(decidingBody(signed, bodies)).toBe('clientTechnology')
    expect(codeOf(() => decidingBody({ ...signed, role: 'clientHr' }, bodies))).toBe('staffChange.notYourDecision')
  })

  it('is never the contractor’s, nor another body’s', () => {
    for (const role of ['contractorPm', 'clientInformation', 'centreGm'] as const) {
      const paper = { role: 'clientTechnology' as const, documentId: 'd' }
      expect(codeOf(() => decidingBody({ grants: grants(role), ...paper }, bodies))).toBe('staffChange.notYourDecision')
      expect(codeOf(() => decidingBody({ grants: grants(role) }, bodies))).toBe('staffChange.notYourDecision')
    }
  })
})
