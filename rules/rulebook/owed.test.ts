import { describe, expect, it } from 'vitest'
import { at, viewOf, type Told } from '../case.fixture.ts'
import { statedTerms } from '../policy/stated.ts'
import { documents } from './documents.ts'
import { owedByRulebook, type Drafted, type Published } from './owed.ts'
import { clausesOf, rulebookOf } from './rulebooks.ts'

const [DRAFTED, SENT, PUBLISHED, LATER] = [
  at('2026-03-02T09:00:00'),
  at('2026-03-04T10:00:00'),
  at('2026-09-28T09:00:00'),
  at('2026-10-12T09:00:00'),
]
const drafted = (rulebookId: string): Told => {
  const data: Drafted = { rulebookId }
  return { kind: 'drafted', at: DRAFTED, byId: 'author', data }
}
const sent: Told = { kind: 'submitted', at: SENT }
const published = (given: Partial<Published> = {}): Told => {
  const data: Published = { version: 2, managerIds: ['m1', 'm2'], boundIds: ['b1', 'b2'], ...given }
  return { kind: 'published', at: PUBLISHED, data }
}
const owed = (promise: string, told: Told[], changed: Record<string, unknown> = {}) =>
  owedByRulebook(promise, viewOf('rulebook', told, { terms: statedTerms(changed) }))
const cite = (clause: string) => ({ clause, policy: 'rulebook', policyVersion: 1 })
/** Five working days: from a Wednesday on, and over the week of the National Day with its make-up Saturday. */
const target = { kind: 'prompt', targetAt: at('2026-03-11T23:59:59') }

describe('a draft', () => {
  it('is its author’s to finish, without a clock [S2-T0-1]', () => {
    expect(owed('draft', [drafted('S2')])).toEqual([
      { ...cite('S2-T0-1'), bearer: { personId: 'author' }, anchorAt: DRAFTED, due: { kind: 'none' } },
    ])
  })

  it('of the centre is reviewed by its deputy, approved and published by its general manager [S2-T0-1] [S2-T2-3.1-5]', () => {
    const told = [drafted('S2'), sent]
    expect(owed('review', told)).toEqual([
      { ...cite('S2-T0-1'), bearer: { role: 'centreDeputyGm' }, anchorAt: SENT, due: target },
    ])
    expect(owed('approve', told)).toEqual([
      { ...cite('S2-T0-1'), bearer: { role: 'centreGm' }, anchorAt: SENT, due: target },
    ])
    expect(owed('publish', told)).toEqual([
      { ...cite('S2-T0-1'), bearer: { role: 'centreGm' }, anchorAt: SENT, due: { kind: 'none' } },
    ])
  })

  it('that several approve is published by the last of them [S4-L-12] [S3-8.3]', () => {
    const roles = (promise: string, id: string) =>
      owed(promise, [drafted(id), sent]).map(({ clause, bearer }) => [clause, bearer])
    expect(roles('approve', 'S4-L')).toEqual(
      ['serviceDirector', 'salesManager', 'finance'].map((role) => ['S4-L-12', { role }]),
    )
    expect(roles('publish', 'S4-L')).toEqual([['S4-L-12', { role: 'finance' }]])
    expect(roles('publish', 'S3')).toEqual([['S3-8.3', { role: 'companyGm' }]])
    expect(roles('review', 'S3')).toEqual([['house:rulebook.reviewers', { role: 'centreDeputyGm' }]])
  })

  it('owes nothing before it is there, and no promise that no rulebook knows', () => {
    for (const promise of ['draft', 'review', 'approve', 'publish', 'publicise', 'acknowledge'])
      expect(owed(promise, [sent])).toEqual([])
    expect(() => owed('sign', [drafted('S2')])).toThrow('a rulebook knows no promise sign')
  })
})

describe('a published version', () => {
  const told = [drafted('S2'), sent, published()]

  it('is publicised by each manager, promptly [S2-T2-3.9-3]', () => {
    const due = { kind: 'prompt', targetAt: at('2026-10-10T23:59:59') }
    expect(owed('publicise', told)).toEqual(
      ['m1', 'm2'].map((personId) => ({ ...cite('S2-T2-3.9-3'), bearer: { personId }, anchorAt: PUBLISHED, due })),
    )
  })

  it('is acknowledged by each person bound within the house’s five working days, the last second included', () => {
    const due = { kind: 'by', edge: 'within', at: at('2026-10-10T23:59:59'), provisional: false }
    expect(owed('acknowledge', told)).toEqual(
      ['b1', 'b2'].map((personId) => ({
        ...cite('house:rulebook.acknowledgeWithin'),
        bearer: { personId },
        anchorAt: PUBLISHED,
        due,
      })),
    )
    expect(owed('acknowledge', told, { 'rulebook.acknowledgeWithin': 1 })[0]!.due).toEqual({
      ...due,
      at: at('2026-09-29T23:59:59'),
    })
  })

  it('is acknowledged by who is bound later within as many days from then', () => {
    const later: Told = { kind: 'bound', at: LATER, data: { boundIds: ['b3'] } }
    const found = owed('acknowledge', [...told, later]).map(({ bearer, anchorAt, due }) => [bearer, anchorAt, due])
    expect(found).toHaveLength(3)
    expect(found[2]).toEqual([
      { personId: 'b3' },
      LATER,
      { kind: 'by', edge: 'within', at: at('2026-10-19T23:59:59'), provisional: false },
    ])
  })

  it('asks nothing of anybody before it is out', () => {
    for (const promise of ['publicise', 'acknowledge']) expect(owed(promise, told.slice(0, 2))).toEqual([])
  })
})

describe('a rulebook', () => {
  it('is found by its id, with the clauses that begin with it', () => {
    expect(rulebookOf('S4-A')).toMatchObject({ id: 'S4-A', prefix: 'S4-A' })
    expect(rulebookOf('S0A')).toMatchObject({ prefix: 'S0-A' })
    const clauses = clausesOf(rulebookOf('S0A')!)
    expect(clauses.map(({ id }) => id)).toContain('S0-A-8.1f')
    expect(clauses.every(({ id }) => id.startsWith('S0-A-'))).toBe(true)
  })

  it('under the quality system states its number, level and edition, and what was revised before [S2-T0-1] [S2-T0-2]', () => {
    const { revisions, ...cover } = documents.S2!
    expect(cover).toEqual({
      clause: 'S2-T0-1',
      number: 'CL/WP-YX-KF-004',
      level: 3,
      edition: 'A/0',
      effectiveOn: '2016-10-15',
    })
    // Both revisions carry the cover's own edition, and both come before it is in force.
    expect(revisions.map(({ on, edition }) => [on, edition])).toEqual([
      ['2015-01-01', cover.edition],
      ['2016-09-20', cover.edition],
    ])
    expect(revisions.map(({ note }) => note.zh + note.en)).toEqual(['首次发布First issue', '修订Revised'])
    expect(Object.keys(documents).map((id) => rulebookOf(id)?.id)).toEqual(Object.keys(documents))
  })
})
