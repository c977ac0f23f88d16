import { describe, expect, it } from 'vitest'
import { errataAmong, withErrata } from './corrected.ts'
import type { Term, Terms } from './parameter.ts'

const term = (value: unknown, version: number, more: Partial<Term> = {}): Term => ({
  ...{ value, clause: null, policy: 'S0A', variant: '', version },
  ...more,
})
const version = (number: number, kind: string, effectiveFromAt: number, values = {}, policy = 'S0A', variant = '') => ({
  ...{ policy, variant, version: number, kind, effectiveFromAt, values },
})
const terms: Terms = { a: term(1, 1), b: term(2, 1), other: term(3, 1, { policy: 'house' }) }

describe('errata of what something ran under [S0-A-8.1f]', () => {
  const printed = version(1, 'base', 0)
  it('are those of its versions: what came with another instant, rulebook or variant is not', () => {
    const versions = [
      printed,
      version(2, 'erratum', 0, { a: 10 }),
      version(3, 'amendment', 5_000, { a: 99 }),
      version(4, 'erratum', 5_000, { a: 98 }),
      version(5, 'merged', 0, { a: 97 }),
      version(2, 'erratum', 0, { a: 96 }, 'S2'),
      version(2, 'erratum', 0, { a: 95 }, 'S0A', 'demo'),
      version(1, 'base', 0, {}, 'house'),
    ]
    expect(errataAmong(terms, versions)).toMatchObject([{ policy: 'S0A', variant: '', wrong: 1, version: 2 }])
    // What began under the amendment is corrected by its erratum alone.
    expect(errataAmong({ a: term(99, 3) }, versions)).toMatchObject([{ wrong: 3, version: 4 }])
    expect(errataAmong({ a: term(10, 2) }, versions)).toEqual([])
    expect(errataAmong({ a: term(10, 9) }, versions)).toEqual([])
  })

  it('the newest says what is right, cited by its number; what it does not speak of stays', () => {
    const errata = errataAmong(terms, [
      printed,
      version(2, 'erratum', 0, { a: 10 }),
      version(3, 'erratum', 0, { a: 11 }),
    ])
    expect(errata.map((one) => one.version)).toEqual([2, 3])
    expect(withErrata(terms, errata)).toEqual({ ...terms, a: term(11, 3), b: term(2, 3) })
    expect(withErrata(terms, errata.slice(0, 1))).toEqual({ ...terms, a: term(10, 2), b: term(2, 2) })
    expect(withErrata(terms, [])).toEqual(terms)
  })
})
