import { describe, expect, it } from 'vitest'
import type { Grant } from '../permissions.ts'
import { refusalOf } from '../problem.fixture.ts'
import type { Role } from '../roles.ts'
import { decidingBody } from './decision.ts'

const grants = (...roles: Role[]): Grant[] => roles.map((role) => ({ role, regionId: null }))
const bodies: Role[] = ['clientTechnology', 'clientSupervision']
const codeOf = (decide: () => unknown) => refusalOf(decide)?.code

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

  it('is entered by HR whatever else HR may do, and says what is missing: first the body, then its paper', () => {
    const hr = grants('hrSpecialist', 'contractorPm')
    const missing = { code: 'staffChange.paperMissing', expected: 'clientTechnology | clientSupervision' }
    expect(refusalOf(() => decidingBody({ grants: hr, documentId: 'd' }, bodies))).toEqual({
      ...missing,
      field: 'role',
    })
    expect(refusalOf(() => decidingBody({ grants: hr, role: 'clientTechnology' }, bodies))).toEqual({
      ...missing,
      field: 'documentId',
    })
  })

  it('is not that of the other body, and says in both languages whose it is [S4-D-3.2]', () => {
    const technology = { grants: grants('clientTechnology'), role: 'clientSupervision' as const, documentId: 'd' }
    expect(refusalOf(() => decidingBody(technology, bodies))).toEqual({
      code: 'staffChange.notYourDecision',
      params: {
        roles: {
          zh: '甲方科技部门、甲方监理单位',
          en: 'Client: technology department, Client: supervision unit',
        },
      },
    })
  })

  it('is never the contractor’s, nor another body’s', () => {
    for (const role of ['contractorPm', 'clientInformation', 'centreGm'] as const) {
      const paper = { role: 'clientTechnology' as const, documentId: 'd' }
      expect(codeOf(() => decidingBody({ grants: grants(role), ...paper }, bodies))).toBe('staffChange.notYourDecision')
      expect(codeOf(() => decidingBody({ grants: grants(role) }, bodies))).toBe('staffChange.notYourDecision')
    }
  })
})
