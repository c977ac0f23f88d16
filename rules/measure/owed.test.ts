import { describe, expect, it } from 'vitest'
import { at, viewOf, type Told } from '../case.fixture.ts'
import { explain } from '../consequence/explain.ts'
import { statedTerms } from '../policy/stated.ts'
import { checkRung, rungOf } from './ladder.ts'
import { decidersOf, measureOf } from './measures.ts'
import { owedByMeasure, type Proposed } from './owed.ts'
import { checkAmount, checkEvidence } from './proposal.ts'

const refusal = (code: string, details: object) => expect.objectContaining({ code, details })
const [PROPOSED, DECIDED] = [at('2026-03-04T10:00:00'), at('2026-03-06T15:00:00')]
const proposed = (data: Partial<Proposed>): Told => ({
  kind: 'measureProposed',
  at: PROPOSED,
  byId: 'proposer',
  data: { measure: 'S3.demotion', deciderRole: 'companyGm', ...data },
})
const decided = (approved: unknown): Told => ({ kind: 'measureDecided', at: DECIDED, data: { approved } })
const owed = (promise: string, ...told: Told[]) => owedByMeasure(promise, viewOf('measure', told))
const cited = { clause: 'S3-7.2', policy: 'S3', policyVersion: 1 }

describe('a proposed measure', () => {
  it('is decided promptly, by the role that may: three working days are the house’s target [S3-7.2]', () => {
    expect(owed('decide', proposed({}))).toEqual([
      {
        ...cited,
        bearer: { role: 'companyGm' },
        anchorAt: PROPOSED,
        due: { kind: 'prompt', targetAt: at('2026-03-09T23:59:59') },
      },
    ])
  })

  it('that nobody impartial can decide on is the unit’s gap', () => {
    expect(owed('decide', proposed({ deciderRole: null }))).toMatchObject([{ bearer: { unit: true } }])
  })

  it('is carried out by who proposed it, without a clock, once it is approved [S3-7.2]', () => {
    expect(owed('carryOut', proposed({}), decided(true))).toEqual([
      { ...cited, bearer: { personId: 'proposer' }, anchorAt: DECIDED, due: { kind: 'none' } },
    ])
    expect(owed('carryOut', proposed({}), decided(false))).toEqual([])
    expect(owed('carryOut', proposed({}))).toEqual([])
  })

  it('that nobody has to do anything about is over with its approval [S3-7.2]', () => {
    expect(owed('carryOut', proposed({ measure: 'S3.oralWarning' }), decided(true))).toEqual([])
  })

  it('owes nothing before it is proposed, and nothing else ever', () => {
    expect(owed('decide', decided(true))).toEqual([])
    expect(owed('carryOut', decided(true))).toEqual([])
    expect(() => owed('appeal', proposed({}))).toThrow('a measure knows no promise appeal')
  })
})

describe('what may not be proposed', () => {
  const bonus = measureOf('S4-C.bonus')!
  const check = (value: number | null, amountFen: number, measure = bonus) => {
    const terms = statedTerms({ 'measure.S4-C.bonus': value })
    return () => checkAmount(terms, measure, amountFen)
  }

  it('is said with its field, its clause and its limit in yuan [S4-C-5.1]', () => {
    const details = { field: 'amountFen', clause: 'S4-C-5.1' }
    expect(check(null, 1)).toThrow(refusal('measure.noLimit', details))
    const outOf = refusal('measure.outOfLimits', { ...details, params: { max: '500.50' } })
    expect(check(50_050, 50_051)).toThrow(outOf)
    expect(check(50_050, -1)).toThrow(outOf)
    const warning = measureOf('S3.oralWarning')!
    expect(check(1, 1, warning)).toThrow(refusal('measure.noMoney', { field: 'amountFen', clause: 'S3-7.2' }))
    expect(() => checkEvidence(warning, [])).toThrow(
      refusal('measure.noEvidence', { field: 'evidenceIds', clause: 'S3-7.2' }),
    )
  })

  it('of the ladder names the rung that has to stand first [S3-7.2]', () => {
    const now = at('2026-06-01T00:00:00')
    const terms = statedTerms()
    const climb =
      (to: string, ...from: string[]) =>
      () =>
        checkRung(
          measureOf(`S3.${to}`)!,
          from.map((id) => ({ measure: `S3.${id}`, at: now })),
          terms,
          now,
        )
    const details = { field: 'measure', clause: 'S3-7.2' }
    expect(climb('writtenWarning')).toThrow(
      refusal('measure.rungMissing', { ...details, params: { first: { zh: '口头警告', en: 'Oral warning' } } }),
    )
    expect(climb('termination', 'writtenWarning')).toThrow(
      refusal('measure.rungMissing', { ...details, params: { first: { zh: '降级', en: 'Demotion' } } }),
    )
    expect(climb('writtenWarning', 'oralWarning')).not.toThrow()
  })

  it('counts a rung from the instant it was approved, and none for what is on no ladder [S3-7.2]', () => {
    const when = at('2026-06-01T12:00:00')
    const rung = (measure: string, asked = when) => rungOf([{ measure, at: when }], statedTerms(), asked)
    expect([when - 1, when].map((asked) => rung('S3.writtenWarning', asked))).toEqual([-1, 1])
    expect(rung('S4-E.criticism')).toBe(-1)
    expect(rung('a measure that a rulebook no longer knows')).toBe(-1)
  })
})

it('is decided by the centre’s general manager first, whom two others stand in for [S2-T2-3.1-6]', () => {
  expect(decidersOf(measureOf('S3.oralWarning')!)).toEqual(['centreGm', 'companyGm', 'viceGm'])
  expect(decidersOf(measureOf('S3.demotion')!)).toEqual(['companyGm', 'viceGm'])
})

it.each([
  [
    'measureProposed',
    '建议降级，待总经理批准，批准前不执行。',
    'Proposed: Demotion; nothing of it happens before the general manager approves.',
  ],
  ['measureApproved', '经提出和裁定，给予：降级。', 'Proposed and approved: Demotion.'],
  ['measureDeclined', '总经理未批准该建议。', 'The general manager did not approve the proposal.'],
])('explains in both languages what became of it: %s', (rule, zh, en) => {
  const because = (measure: string) =>
    explain({ kind: 'measure', ...cited, amountFen: 0, arithmetic: { rule, measure } }).because
  expect(because('S3.demotion')).toEqual({ zh, en })
  const gone = because('S9.gone')
  expect(gone).toEqual({ zh: zh.replace('降级', 'S9.gone'), en: en.replace('Demotion', 'S9.gone') })
})
