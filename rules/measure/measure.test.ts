import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statedTerms } from '../policy/stated.ts'
import { isClauseId } from '../clauses/index.ts'
import { explain } from '../consequence/explain.ts'
import { Refusal } from '../problem.ts'
import { parseInstant } from '../time/local.ts'
import { checkRung, rungOf, type Standing } from './ladder.ts'
import { decidersOf, isGrave, measureOf, measures } from './measures.ts'
import { checkAmount, checkEvidence } from './proposal.ts'
import { tally } from './record.ts'

const at = (text: string) => parseInstant(`${text}+08:00`)
const stated = statedTerms()
const filled = (key: string, value: unknown) => statedTerms({ [key]: value })
const codeOf = (act: () => void) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return undefined
}
const rungs = ['oralWarning', 'writtenWarning', 'demotion', 'termination'].map((id) => `S3.${id}`)
const stands = (id: string, when = '2026-01-01T00:00:00'): Standing => ({ measure: id, at: at(when) })
const now = at('2026-06-01T00:00:00')

describe('the ladder: oral warning, written warning, demotion, termination [S3-7.2]', () => {
  it('stands in this order', () => {
    const ladder = measures.filter((one) => one.rung !== undefined).sort((a, b) => a.rung! - b.rung!)
    expect(ladder.map(({ id }) => id)).toEqual(rungs)
    expect(ladder.every(({ clause }) => clause === 'S3-7.2')).toBe(true)
  })

  it('is climbed one rung at a time; the same and a lower one are possible', () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3]), fc.integer({ min: 0, max: 3 }), (held, wanted) => {
        const standing = held.map((n) => stands(rungs[n]!))
        const refused = codeOf(() => checkRung(measureOf(rungs[wanted]!)!, standing, stated, now))
        expect(refused).toBe(wanted > Math.max(-1, ...held) + 1 ? 'measure.rungMissing' : undefined)
      }),
    )
  })

  it('names the rung that comes first', () => {
    try {
      checkRung(measureOf('S3.demotion')!, [stands('S3.oralWarning')], stated, now)
      expect.unreachable()
    } catch (error) {
      expect((error as Refusal).details).toMatchObject({
        clause: 'S3-7.2',
        params: { first: { zh: '书面警告', en: 'Written warning' } },
      })
    }
  })

  it('forgets a rung after as many months as the house says, to the day', () => {
    const six = filled('measure.memory', 6)
    const standing = [stands('S3.oralWarning', '2025-12-01T08:00:00')]
    expect(rungOf(standing, six, at('2026-06-01T23:59:59'))).toBe(0)
    expect(rungOf(standing, six, at('2026-06-02T00:00:00'))).toBe(-1)
    expect(rungOf(standing, stated, at('2036-01-01T00:00:00'))).toBe(0)
    expect(rungOf(standing, stated, at('2025-12-01T07:59:59'))).toBe(-1)
  })

  it('may be set free, and holds up nothing that is on no ladder', () => {
    expect(codeOf(() => checkRung(measureOf('S3.termination')!, [], filled('measure.ladder', 'free'), now))).toBe(
      undefined,
    )
    expect(codeOf(() => checkRung(measureOf('S4-E.dismissal')!, [], stated, now))).toBe(undefined)
  })
})

describe('a measure', () => {
  it('cites a clause of its own rulebook', () => {
    for (const { clause, programme } of measures) {
      expect(isClauseId(clause)).toBe(true)
      expect(clause.startsWith(`${programme}-`)).toBe(true)
    }
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length)
  })

  it.each([
    ['S1.talk', 'S1-5.3.8'],
    ['S1.reExam', 'S1-5.3.8'],
    ['S1.postChange', 'S1-5.3.8'],
    ['S1.commendation', 'S1-5.3.7'],
    ['S3.commendation', 'S3-7.1'],
    ['S3.promotion', 'S3-5.3'],
    ['S4-C.bonus', 'S4-C-5.1'],
    ['S4-C.payCut', 'S4-C-5.2'],
    ['S4-C.roleModel', 'S4-C-5.3'],
    ['S4-E.commendation', 'S4-E-16'],
    ['S4-E.criticism', 'S4-E-17'],
    ['S4-E.dismissal', 'S4-E-18'],
    ['S4-G.commendation', 'S4-G-18'],
    ['S4-G.unpaidSuspension', 'S4-G-19'],
    ['S4-J.commendation', 'S4-J-24'],
    ['S4-J.punishment', 'S4-J-25'],
    ['S4-L.commendation', 'S4-L-11'],
    ['S4-L.punishment', 'S4-L-11'],
    ['S4-M.punishment', 'S4-M-14'],
    ['S4-M.commendation', 'S4-M-15'],
  ])(
    '%s rests on %s [S1-5.3.7, S1-5.3.8, S3-7.1, S3-5.3, S4-C-5.1, S4-C-5.2, S4-C-5.3, S4-E-16, S4-E-17, S4-E-18, S4-G-18, S4-G-19, S4-J-24, S4-J-25, S4-L-11, S4-M-14, S4-M-15]',
    (id, clause) => {
      expect(measureOf(id)!.clause).toBe(clause)
    },
  )

  it('that pay, post or contract hang on is the general manager’s alone', () => {
    const grave = measures.filter(isGrave)
    expect(grave.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['S3.demotion', 'S3.termination', 'S4-G.dismissal', 'S4-C.payCut', 'S1.postChange']),
    )
    for (const measure of grave) expect(decidersOf(measure)).toEqual(['companyGm', 'viceGm'])
    expect(isGrave(measureOf('S3.writtenWarning')!)).toBe(false)
    expect(isGrave(measureOf('S3.promotion')!)).toBe(false)
    expect(decidersOf(measureOf('S3.oralWarning')!)[0]).toBe('centreGm')
  })

  it('carries money up to the limit that somebody set: the rulebooks name none [S4-C-5.1]', () => {
    const [bonus, limit] = [measureOf('S4-C.bonus')!, filled('measure.S4-C.bonus', 50_000)]
    expect(stated['measure.S4-C.bonus']).toMatchObject({ value: null, clause: 'S4-C-5.1' })
    expect(codeOf(() => checkAmount(stated, bonus, 1))).toBe('measure.noLimit')
    expect(codeOf(() => checkAmount(stated, bonus, 0))).toBe(undefined)
    expect(codeOf(() => checkAmount(limit, bonus, 50_000))).toBe(undefined)
    expect(codeOf(() => checkAmount(limit, bonus, 50_001))).toBe('measure.outOfLimits')
    expect(codeOf(() => checkAmount(limit, bonus, -1))).toBe('measure.outOfLimits')
    expect(codeOf(() => checkAmount(limit, measureOf('S3.oralWarning')!, 1))).toBe('measure.noMoney')
  })

  it('that punishes needs something that bears it out', () => {
    expect(codeOf(() => checkEvidence(measureOf('S3.oralWarning')!, []))).toBe('measure.noEvidence')
    expect(codeOf(() => checkEvidence(measureOf('S3.oralWarning')!, ['f']))).toBe(undefined)
    expect(codeOf(() => checkEvidence(measureOf('S3.commendation')!, []))).toBe(undefined)
  })

  it.each([
    'measureProposed',
    'measureApproved',
    'measureDeclined',
    'conduct',
    'conductTakenBack',
    'attendanceMonth',
    'attendanceCorrected',
    'noStamp',
    'stamped',
  ])('explains itself in both languages: %s', (rule) => {
    const more = {
      measure: 'S3.demotion',
      item: 'S4-Q-p5',
      points: 10,
      month: '2026-03',
      absences: 4,
      lateMs: 0,
      trip: 'X',
    }
    const told = explain({
      kind: 'measure',
      clause: 'S3-7.2',
      policy: 'S3',
      policyVersion: 1,
      amountFen: 0,
      arithmetic: { rule, ...more },
    })
    for (const text of [told.because.zh, told.because.en]) {
      expect(text.length).toBeGreaterThan(5)
      expect(text).not.toMatch(/undefined|NaN|null/)
    }
  })
})

describe('the record of rewards and penalties [S3-7.3]', () => {
  const entry = (kind: string, standingFen = 0, more: object = {}) => ({
    kind,
    standingFen,
    points: 0,
    lifted: false,
    ...more,
  })
  it('adds up what stands: reduced fines as reduced, lifted entries not at all', () => {
    expect(
      tally([
        entry('fine', -5_000),
        entry('fine', -1_000),
        entry('fine', 0, { lifted: true }),
        entry('reward', 10_000),
        entry('measure'),
        entry('points', 0, { points: 5 }),
        entry('points', 0, { points: 10, lifted: true }),
        entry('statement'),
      ]),
    ).toEqual({ rewards: 1, rewardFen: 10_000, penalties: 3, penaltyFen: 6_000, points: 5 })
  })

  it('takes points from entries of points alone: what else names some gives none', () => {
    const { points, penalties } = tally([entry('points', 0, { points: 5 }), entry('fine', -1_000, { points: 10 })])
    expect([points, penalties]).toEqual([5, 1])
  })
})
