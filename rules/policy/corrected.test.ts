import { describe, expect, it } from 'vitest'
import { corrected, withErrata, type KeptVersion } from './corrected.ts'
import type { Term, Terms } from './parameter.ts'

const term = (value: unknown, version: number, more: Partial<Term> = {}): Term => ({
  ...{ value, clause: null, policy: 'S0A', variant: '', version },
  ...more,
})
const kept = (version: number, kind: string, effectiveFromAt: number, values: object, more = {}): KeptVersion => ({
  ...{ policy: 'S0A', variant: '', version, kind, effectiveFromAt, values: { ...values } },
  ...more,
})
const AUGUST = 5_000
const printed = kept(1, 'base', 0, { a: 80, b: 2 })
const cite = (version: number) => ({ policy: 'S0A', variant: '', version })

describe('what runs under the version that is corrected', () => {
  const erratum = { policy: 'S0A', variant: '', wrong: 1, version: 3, values: { a: 70 } }

  it('takes the corrected value, and cites the version that says it', () => {
    const terms = { a: term(80, 1), b: term(2, 1), other: term(5, 1, { policy: 'house' }) }
    expect(corrected(terms, erratum)).toEqual({ ...terms, a: term(70, 3), b: term(2, 3) })
  })

  it.each([
    ['version', { version: 2 }],
    ['variant', { variant: 'demo' }],
    ['rulebook', { policy: 'S2' }],
  ])('is nothing under another %s', (_, other) => expect(corrected({ a: term(80, 1, other) }, erratum)).toBeUndefined())
})

describe('the errata that reach what something was computed with [S0-A-8.1f]', () => {
  const terms: Terms = { a: term(80, 1), b: term(2, 1), other: term(80, 1, { policy: 'house' }) }

  it('put right what they change, in the version it rests on; another rulebook, variant or instant is not that', () => {
    const versions = [
      printed,
      kept(2, 'erratum', 0, { a: 70, b: 2 }),
      kept(3, 'erratum', 0, { a: 71, b: 2 }),
      kept(4, 'amendment', AUGUST, { a: 60, b: 2 }),
      kept(5, 'erratum', AUGUST, { a: 61, b: 2 }),
      kept(2, 'erratum', 0, { a: 1 }, { policy: 'S2' }),
      kept(2, 'erratum', 0, { a: 1 }, { variant: 'demo' }),
      kept(1, 'base', 0, { other: 80 }, { policy: 'house' }),
    ]
    expect(withErrata(terms, versions)).toEqual({
      terms: { ...terms, a: term(71, 3) },
      errata: [cite(2), cite(3)],
    })
    expect(withErrata(terms, versions.slice(0, 2)).terms.a).toEqual(term(70, 2))
    expect(withErrata(terms, [printed])).toEqual({ terms, errata: [] })
    // What began under the amendment is corrected by its erratum alone, and what rests on an unknown version by none.
    expect(withErrata({ a: term(60, 4) }, versions)).toEqual({ terms: { a: term(61, 5) }, errata: [cite(5)] })
    expect(withErrata({ a: term(80, 9) }, versions).errata).toEqual([])
  })

  it('reach back to where a slip began, through versions that took it over unchanged', () => {
    const taken = [printed, kept(2, 'amendment', AUGUST, { a: 80, b: 3 }), kept(3, 'erratum', AUGUST, { a: 70, b: 3 })]
    const again = kept(4, 'erratum', AUGUST, { a: 71, b: 3 })
    expect(withErrata(terms, taken)).toEqual({ terms: { ...terms, a: term(70, 3) }, errata: [cite(3)] })
    for (const some of [
      [...taken, again],
      [again, ...taken.toReversed()],
    ])
      expect(withErrata(terms, some)).toMatchObject({ terms: { a: term(71, 4) }, errata: [cite(3), cite(4)] })
  })

  it('leave alone what was meant: another value then, or in between', () => {
    const meant = [printed, kept(2, 'amendment', AUGUST, { a: 60 }), kept(3, 'erratum', AUGUST, { a: 65 })]
    expect(withErrata(terms, meant).errata).toEqual([])
    const broken = [
      printed,
      kept(2, 'amendment', 3_000, { a: 50 }),
      kept(3, 'amendment', AUGUST, { a: 80 }),
      kept(4, 'erratum', AUGUST, { a: 65 }),
    ]
    expect(withErrata(terms, broken).errata).toEqual([])
    // One that never held, for another took its place, breaks nothing.
    const replaced = [...broken, kept(5, 'erratum', 3_000, { a: 80 }), kept(6, 'erratum', AUGUST, { a: 80 })]
    expect(withErrata(terms, [...replaced, kept(7, 'erratum', AUGUST, { a: 70 })]).terms.a).toEqual(term(70, 7))
  })

  it('take what a version does not name from the rulebook itself', () => {
    const fine = { 'report.engineerFine': term(2_000, 1) }
    const versions = [kept(1, 'base', 0, {}), kept(2, 'erratum', 0, { 'report.engineerFine': 200 })]
    expect(withErrata(fine, versions).terms).toEqual({ 'report.engineerFine': term(200, 2) })
  })

  it('are of the version that was wrong, whatever took effect or was published beside it', () => {
    const october = kept(2, 'amendment', 2 * AUGUST, { a: 50 })
    const right = kept(3, 'erratum', 0, { a: 70 })
    expect(withErrata(terms, [printed, october, right]).terms.a).toEqual(term(70, 3))
    const taken = [printed, october, kept(3, 'amendment', AUGUST, { a: 80 }), kept(4, 'erratum', AUGUST, { a: 70 })]
    expect(withErrata(terms, taken).terms.a).toEqual(term(70, 4))
    expect(withErrata(terms, taken.toReversed()).terms.a).toEqual(term(70, 4))
    // What was said otherwise for a while was no slip taken over.
    const between = [
      ...[printed, kept(2, 'amendment', 3_000, { a: 50 }), kept(3, 'amendment', 4_000, { a: 80 })],
      ...[kept(4, 'amendment', AUGUST, { a: 80 }), kept(5, 'erratum', AUGUST, { a: 70 })],
    ]
    expect(withErrata(terms, between).errata).toEqual([])
  })

  it('are no errata of an earlier version to what began under a later one, nor is an amendment ever one', () => {
    const versions = [printed, kept(2, 'amendment', AUGUST, { a: 80 }), kept(3, 'erratum', 0, { a: 70 })]
    expect(withErrata({ a: term(80, 2) }, versions).errata).toEqual([])
    expect(withErrata({ a: term(80, 4) }, [...versions, kept(4, 'merged', 0, { a: 80 })]).errata).toEqual([])
    const replaced = [kept(1, 'amendment', AUGUST, { a: 80 }), kept(2, 'amendment', AUGUST, { a: 70 })]
    expect(withErrata({ a: term(80, 1) }, replaced).errata).toEqual([])
  })

  it('reach a rulebook that is known by its versions alone', () => {
    const of = { policy: 'gone' }
    const versions = [kept(1, 'base', 0, { a: 1 }, of), kept(2, 'erratum', 0, { a: 2 }, of)]
    expect(withErrata({ a: term(1, 1, of) }, versions).terms.a).toEqual(term(2, 2, of))
  })
})
