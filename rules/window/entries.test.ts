import { describe, expect, it } from 'vitest'
import { explain } from '../consequence/explain.ts'
import type { Instant } from '../instant.ts'
import { combine } from '../policy/combine.ts'
import { createCalendar } from '../time/calendar.ts'
import { parseInstant } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import { engineerEntries } from './engineer.ts'
import { daysAtWork } from './exposure.ts'
import type { AccidentEvent, EngineerHistory, SupervisorHistory } from './history.ts'
import { monthsTouched } from './months.ts'
import { gradeBelow, gradeReached } from './payGrade.ts'
import { supervisorEntries } from './supervisor.ts'

const termsWith = (values: Record<string, unknown> = {}) =>
  combine([{ policy: 'S0A', variant: '', version: 1, scope: 'company', values }])
const at = (iso: string) => parseInstant(`${iso}+08:00`)
const calendar = createCalendar({ years: publishedYears })
const ALWAYS = [{ fromAt: 0, toAt: null }]
const working = (fromOn: string, toOn: string, away: { fromAt: Instant; toAt: Instant }[] = []) =>
  new Set(daysAtWork(calendar, ALWAYS, away, { fromOn, toOn }))
const allWorked = working('2025-01-01', '2026-07-01')
const inMonths = (fromOn: string, toOn: string, complete = true) =>
  new Map(monthsTouched(fromOn, toOn).map((month) => [month, { id: `doc${month}`, complete }]))

function engineer(given: Partial<EngineerHistory> = {}, values: Record<string, unknown> = {}) {
  const terms = termsWith(values)
  return engineerEntries({
    termsAt: () => terms,
    todayOn: '2026-07-01',
    accidents: [],
    workedOn: allWorked,
    openingMonths: new Set(),
    exams: [],
    ratings: [],
    documents: new Map(),
    ...given,
  })
}
const accidents = (of: 'I' | 'II', dates: string[], waived = false): AccidentEvent[] =>
  dates.map((on, index) => ({ id: `${of}${index}`, at: at(`${on}T10:00:00`), class: of, waived }))
const asked = (entries: ReturnType<typeof engineer>) =>
  entries.map((one) => [one.clause, one.action, one.evidenceIds.join('')])

describe("an engineer's windows", () => {
  it('ask for a pay downgrade after two Class I accidents within three months [S0-A-7.6]', () => {
    expect(asked(engineer({ accidents: accidents('I', ['2026-01-15', '2026-04-15']) }))).toEqual([
      ['S0-A-7.6', 'downgrade', 'I0I1'],
    ])
    expect(engineer({ accidents: accidents('I', ['2026-01-15', '2026-04-16']) })).toEqual([])
    expect(engineer({ accidents: accidents('II', ['2026-01-15', '2026-01-16']) })).toEqual([])
  })

  it('ask for dismissal after three Class I or six Class II accidents within six months [S0-A-7.7]', () => {
    const three = ['2026-01-01', '2026-03-31', '2026-06-30']
    expect(asked(engineer({ accidents: accidents('I', three) }))).toEqual([
      ['S0-A-7.6', 'downgrade', 'I0I1'],
      ['S0-A-7.7', 'dismissal', 'I0I1I2'],
    ])
    const six = ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05', '2026-06-05']
    expect(asked(engineer({ accidents: accidents('II', six) }))).toEqual([
      ['S0-A-7.7', 'dismissal', 'II0II1II2II3II4II5'],
    ])
    expect(engineer({ accidents: accidents('II', six.slice(1)) })).toEqual([])
    const mixed = [...accidents('I', ['2026-01-01']), ...accidents('II', six.slice(0, 5))]
    expect(engineer({ accidents: mixed })).toEqual([])
  })

  it('leave out an accident whose fine was waived, unless it is to count', () => {
    const given = {
      accidents: [
        ...accidents('I', ['2026-01-15']),
        ...accidents('I', ['2026-02-15'], true).map((one) => ({ ...one, id: 'w' })),
      ],
    }
    expect(engineer(given)).toEqual([])
    expect(engineer(given, { 'window.waived': 'counts' })).toHaveLength(1)
  })

  it('fine each failed exam and ask for a downgrade after three, opening ones counted but not fined [S0-A-7.4a] [S0-A-7.4b]', () => {
    const exam = (id: string, on: string, passed: boolean, opening = false) => ({
      id,
      at: at(`${on}T09:00:00`),
      passed,
      opening,
    })
    const exams = [
      exam('c', '2026-05-10', false),
      exam('o', '2021-01-01', false, true),
      exam('p', '2026-04-10', true),
      exam('a', '2026-03-10', false),
    ]
    expect(asked(engineer({ exams }))).toEqual([
      ['S0-A-7.4a', undefined, 'c'],
      ['S0-A-7.4a', undefined, 'a'],
      ['S0-A-7.4b', 'downgrade', 'oac'],
    ])
    expect(engineer({ exams })[0]!.amountFen).toBe(-5_000)
    expect(engineer({ exams }, { 'window.examMonths': 12 })).toHaveLength(2)
    expect(engineer({ exams }, { 'window.examFine': null, 'window.examCount': null })).toEqual([])
  })
})

describe('the reward of an engineer [S0-A-7.8]', () => {
  const documents = inMonths('2026-01-01', '2026-04-01')
  const rewards = (given: Partial<EngineerHistory>, values: Record<string, unknown> = {}) =>
    engineer({ documents, todayOn: '2026-04-01', ...given }, values).map((one) => [one.clause, one.amountFen, one.key])

  it('is ¥100 for three months without accident, every rating good or better, documents complete', () => {
    expect(rewards({})).toEqual([['S0-A-7.8', 10_000, 'window:clean:2026-01-01..2026-03-31']])
    expect(rewards({ todayOn: '2026-03-31' })).toEqual([])
    expect(engineer({ documents })[0]).toMatchObject({
      occurredAt: at('2026-03-31T23:59:59'),
      evidenceIds: ['doc2026-01', 'doc2026-02', 'doc2026-03'],
    })
  })

  it.each<[string, Partial<EngineerHistory>]>([
    ['an accident', { accidents: accidents('II', ['2026-02-28']) }],
    ['a fair rating', { ratings: [{ id: 'r', at: at('2026-03-31T23:59:59'), worst: 'fair' }] }],
    ['a poor rating', { ratings: [{ id: 'r', at: at('2026-01-01T00:00:00'), worst: 'poor' }] }],
    ['documents found incomplete', { documents: new Map([...documents, ['2026-02', { id: 'x', complete: false }]]) }],
    ['documents nobody looked at', { documents: inMonths('2026-01-01', '2026-03-01') }],
    ['three months of leave', { workedOn: new Set() }],
    ['a month with nine days at work', { workedOn: new Set([...allWorked].filter((on) => on < '2026-03-13')) }],
  ])('is not earned with %s', (_, given) => expect(rewards(given)).toEqual([]))

  it('is earned with good ratings, ten days at work, or months taken over as clean', () => {
    expect(rewards({ ratings: [{ id: 'r', at: at('2026-02-10T10:00:00'), worst: 'good' }] })).toHaveLength(1)
    expect(rewards({ workedOn: new Set([...allWorked].filter((on) => on < '2026-03-14')) })).toHaveLength(1)
    const taken = { documents: inMonths('2026-03-01', '2026-04-01'), openingMonths: new Set(['2026-01', '2026-02']) }
    expect(rewards(taken)).toHaveLength(1)
    expect(
      rewards({ documents: inMonths('2026-01-01', '2026-02-01') }, { 'window.documents': 'presumed' }),
    ).toHaveLength(1)
  })

  it('passes over a month of leave where that reading is set', () => {
    const four = { documents: inMonths('2026-01-01', '2026-05-01'), todayOn: '2026-05-01' }
    const workedOn = new Set([...allWorked].filter((on) => !on.startsWith('2026-02')))
    expect(rewards({ ...four, workedOn })).toEqual([])
    expect(rewards({ ...four, workedOn }, { 'window.idleMonth': 'pauses' })).toHaveLength(1)
  })

  it('may roll from the day after the last blemish', () => {
    const given = {
      documents: inMonths('2026-01-01', '2026-06-01'),
      todayOn: '2026-04-11',
      accidents: accidents('II', ['2026-01-10']),
    }
    expect(rewards(given)).toEqual([])
    expect(rewards(given, { 'window.cleanSpan': 'rolling' })).toEqual([
      ['S0-A-7.8', 10_000, 'window:clean:2026-01-11..2026-04-10'],
    ])
  })

  it('is blocked by a blank', () => {
    expect(rewards({}, { 'window.clean': null })).toEqual([])
    expect(rewards({}, { 'window.cleanMonths': null })).toEqual([])
  })
})

describe("a supervisor's windows", () => {
  function supervisor(given: Partial<SupervisorHistory> = {}, values: Record<string, unknown> = {}) {
    const terms = termsWith(values)
    return supervisorEntries({
      termsAt: () => terms,
      todayOn: '2026-07-01',
      accidents: [],
      workedOn: allWorked,
      openingMonths: new Set(),
      activeMonths: new Set(monthsTouched('2026-01-01', '2026-07-01')),
      ...given,
    })
  }

  it('ask for a downgrade after three Class I accidents in the department within three months [S0-A-7.S4]', () => {
    const three = accidents('I', ['2026-02-28', '2026-03-01', '2026-05-28'])
    expect(asked(supervisor({ accidents: three }))).toEqual([['S0-A-7.S4', 'downgrade', 'I0I1I2']])
    expect(supervisor({ accidents: accidents('I', ['2026-02-28', '2026-03-01', '2026-05-29']) })).toEqual([])
  })

  it('earn ¥100 for six months without Class I, Class II notwithstanding [S0-A-7.S5]', () => {
    const six = supervisor({ accidents: accidents('II', ['2026-02-28']) })
    expect(six).toMatchObject([
      { clause: 'S0-A-7.S5', amountFen: 10_000, key: 'window:departmentClean:2026-01-01..2026-06-30' },
    ])
    expect(supervisor({ todayOn: '2026-06-30' })).toEqual([])
    expect(supervisor({ accidents: accidents('I', ['2026-06-30']) })).toEqual([])
    expect(supervisor({ activeMonths: new Set(['2026-01', '2026-06']) })).toEqual([])
    expect(supervisor({ workedOn: working('2026-01-01', '2026-06-01') })).toEqual([])
    expect(supervisor({}, { 'window.departmentClean': null })).toEqual([])
  })
})

describe('base pay grades', () => {
  const record = (given = {}) => ({
    inPostSinceOn: '2020-01-01',
    blemishedAt: [] as Instant[],
    qualifiedAt: [at('2020-06-01T00:00:00')],
    contributedAt: [] as Instant[],
    ...given,
  })
  const reached = (given = {}) => gradeReached(record(given), '2026-03-01', termsWith())

  it('grade one after twelve clean months with the exam or a contribution [S0-A-8.1b]', () => {
    expect(reached()).toBe(1)
    expect(reached({ blemishedAt: [at('2025-03-01T00:00:00') - 1] })).toBe(1)
    expect(reached({ blemishedAt: [at('2025-03-01T00:00:00')] })).toBe(2)
    expect(reached({ inPostSinceOn: '2025-03-01' })).toBe(1)
    expect(reached({ inPostSinceOn: '2025-03-02' })).toBe(2)
  })

  it('grade two after six clean months; else three, the lowest [S0-A-8.1c] [S0-A-8.1d]', () => {
    expect(reached({ blemishedAt: [at('2025-09-01T00:00:00') - 1] })).toBe(2)
    expect(reached({ blemishedAt: [at('2025-09-01T00:00:00')] })).toBe(3)
    expect(reached({ qualifiedAt: [] })).toBe(3)
    expect(gradeReached(record(), '2026-03-01', termsWith({ 'window.gradeOneMonths': null }))).toBe(2)
    expect([gradeBelow(1), gradeBelow(2), gradeBelow(3)]).toEqual([2, 3, null])
  })
})

describe('a major contribution read to stand for every condition [S0-A-8.1b] [S0-A-8.1c]', () => {
  const everything = { 'window.gradeContribution': 'everything' }
  const reached = (contributed: string, blemished: string, changed: object = everything) => {
    const contributedAt = [at(contributed)]
    const record = {
      inPostSinceOn: '2026-01-01',
      blemishedAt: [at(blemished)],
      qualifiedAt: contributedAt,
      contributedAt,
    }
    return gradeReached(record, '2026-03-01', termsWith({ ...changed }))
  }

  it('reaches grade one from the day after it until the next accident or fine, by default it does not', () => {
    expect(reached('2026-02-28T23:59:59', '2026-02-10T09:00:00')).toBe(1)
    expect(reached('2026-03-01T00:00:00', '2026-02-10T09:00:00')).toBe(3)
    expect(reached('2026-02-11T00:00:00', '2026-02-10T23:59:59')).toBe(1)
    expect(reached('2026-02-10T23:59:59', '2026-02-10T09:00:00')).toBe(3)
    expect(reached('2025-12-31T23:59:59', '2025-12-01T09:00:00')).toBe(3)
    expect(reached('2026-02-28T23:59:59', '2026-02-10T09:00:00', {})).toBe(3)
  })

  it('reaches no grade whose number of months is blank', () => {
    const blank = (changed: object) =>
      reached('2026-02-20T09:00:00', '2026-02-10T09:00:00', { ...everything, ...changed })
    expect(blank({ 'window.gradeOneMonths': null })).toBe(2)
    expect(blank({ 'window.gradeOneMonths': null, 'window.gradeTwoMonths': null })).toBe(3)
  })
})

describe('days at work', () => {
  it('are working days in the post, absences left out, noon deciding', () => {
    const away = [{ fromAt: at('2026-02-10T12:00:00'), toAt: at('2026-02-11T12:00:00') }]
    // Make-up Saturday 14 February counts, the holiday from the 15th does not.
    expect([...working('2026-02-09', '2026-02-17', away)]).toEqual([
      '2026-02-09',
      '2026-02-11',
      '2026-02-12',
      '2026-02-13',
      '2026-02-14',
    ])
    const held = [{ fromAt: at('2026-02-11T12:00:01'), toAt: at('2026-02-13T12:00:00') }]
    expect(daysAtWork(calendar, held, [], { fromOn: '2026-02-09', toOn: '2026-02-17' })).toEqual(['2026-02-12'])
  })
})

it('explains each of its entries in both languages', () => {
  const entries = [
    ...engineer({ documents: inMonths('2026-01-01', '2026-04-01'), todayOn: '2026-04-01' }),
    ...engineer({ accidents: accidents('I', ['2026-01-15', '2026-04-15']) }),
    ...engineer({ exams: [{ id: 'a', at: at('2026-03-10T09:00:00'), passed: false, opening: false }] }),
  ]
  expect(entries).toHaveLength(3)
  for (const entry of entries) {
    const { because } = explain({ ...entry, arithmetic: { ...entry.arithmetic, target: null } })
    expect(because.zh + because.en).toMatch(/2026-0[1-4]-\d\d/)
    expect(because.zh + because.en).not.toMatch(/undefined|NaN|null/)
  }
})
