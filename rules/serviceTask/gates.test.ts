import { describe, expect, it } from 'vitest'
import { Refusal } from '../problem.ts'
import type { ResponsibilityForm } from './form.ts'
import { checkAdvance, checkEstimate, checkNotice, checkTools, checkTrip, preTripGaps } from './gates.ts'

const full: ResponsibilityForm = {
  site: { situation: '一致' },
  solution: '更换模块',
  mode: 'onSite',
  tools: ['usbStick'],
  documents: [],
  spares: [],
  appointmentAt: 1,
  travel: { destination: '济南', transport: '高铁', departOn: '2026-04-06', returnOn: '2026-04-08' },
  estimateAt: 2,
}

function refusal(act: () => void) {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, clause: error.details.clause, ...error.details.params }
    throw error
  }
  return undefined
}

describe('the service notice', () => {
  const notice = { customerId: 'c', contactName: 'n', contactDetails: 'd', requirement: 'r', siteSituation: 's' }

  it('is taken with its five entries [S0-A-3.1a]', () => expect(refusal(() => checkNotice(notice))).toBeUndefined())

  it.each(Object.keys(notice))('is refused without %s, which the refusal names [S0-A-3.1a]', (field) => {
    const found = refusal(() => checkNotice({ ...notice, [field]: '  ' }))
    expect(found).toMatchObject({ code: 'serviceTask.noticeIncomplete', clause: 'S0-A-3.1a' })
    const missing = (found as unknown as { missing: { zh: string; en: string } }).missing
    expect([missing.zh, missing.en].every((text) => text.length > 0 && !text.includes(','))).toBe(true)
  })
})

describe('the responsibility form', () => {
  it('says what its pre-trip part still lacks [S0-A-9]', () => {
    expect(preTripGaps({}).map((gap) => gap.en)).toEqual([
      'site confirmation',
      'solution',
      'tools',
      'documents',
      'spare parts',
      'appointment',
      'travel plan',
      'estimated completion',
    ])
    expect(preTripGaps(full)).toEqual([])
    expect(preTripGaps({ ...full, mode: 'remote', appointmentAt: undefined, travel: undefined })).toEqual([])
  })

  it('bars an advance until it is complete and approved [S0-A-3.6a]', () => {
    const incomplete = refusal(() => checkAdvance({ ...full, spares: undefined }, true))
    const missing = { zh: '备件', en: 'spare parts' }
    expect(incomplete).toEqual({ code: 'serviceTask.noAdvance', clause: 'S0-A-3.6a', missing })
    const unapproved = refusal(() => checkAdvance(full, false))
    expect(unapproved).toMatchObject({ clause: 'S0-A-3.6a', missing: { en: "the supervisor's approval" } })
    expect(refusal(() => checkAdvance(full, true))).toBeUndefined()
  })

  it('bars a trip with the site unknown or without a solution [S0-A-3.6b], or unapproved [S0-A-6.1]', () => {
    const unknown = refusal(() => checkTrip({ ...full, site: undefined, solution: undefined }, true))
    expect(unknown).toMatchObject({ code: 'serviceTask.noTrip', clause: 'S0-A-3.6b' })
    expect(unknown).toMatchObject({ missing: { zh: '现场确认、解决方案', en: 'site confirmation, solution' } })
    expect(refusal(() => checkTrip(full, false))).toMatchObject({ clause: 'S0-A-6.1' })
    expect(refusal(() => checkTrip(full, true))).toBeUndefined()
  })

  it('wants the three tools that are always carried [S0-A-3.7]', () => {
    const found = refusal(() => checkTools(['laptop', '万用表']))
    expect(found).toMatchObject({ clause: 'S0-A-3.7', missing: { en: 'USB stick, screwdriver' } })
    expect(refusal(() => checkTools(['usbStick', 'screwdriver', 'laptop']))).toBeUndefined()
  })

  it.each([
    [-1, 'serviceTask.estimatePassed'],
    [0, 'serviceTask.estimatePassed'],
    [1, undefined],
  ])('takes an estimate that lies ahead by %d ms or not [S0-A-7.1]', (ahead, code) => {
    expect(refusal(() => checkEstimate(1_000 + ahead, 1_000))?.code).toBe(code)
  })
})
