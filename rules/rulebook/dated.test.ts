import { describe, expect, it } from 'vitest'
import { datesOf, type ValuedVersion } from './dated.ts'

const v = (version: number, effectiveFromAt: number, values: Record<string, unknown> = {}): ValuedVersion => ({
  version,
  effectiveFromAt,
  values,
})

describe('the dates of a parameter', () => {
  it('begin with the first version that states the value without a break since', () => {
    const all = [v(1, 0, { a: 50 }), v(2, 100, { a: 60 }), v(3, 200, { a: 50 }), v(4, 300, { a: 50, b: 1 })]
    expect(datesOf(all, 1, 'a', 50)).toEqual({ sinceAt: 0, next: { value: 60, fromAt: 100 } })
    expect(datesOf(all, 4, 'a', 50)).toEqual({ sinceAt: 200, next: null })
    expect(datesOf(all, 4, 'b', 0)).toEqual({ sinceAt: 300, next: null })
  })

  it('take what no version names as the rulebook’s own text has it', () => {
    expect(datesOf([v(1, 0), v(2, 100, { a: [1, 2] })], 2, 'a', [1, 2])).toEqual({ sinceAt: 0, next: null })
    expect(datesOf([v(1, 0), v(2, 100, { a: null })], 1, 'a', 7)).toEqual({
      sinceAt: 0,
      next: { value: null, fromAt: 100 },
    })
  })

  it('pass over what an erratum replaced from the same instant, which has its own date only', () => {
    const all = [v(1, 0, { a: 1 }), v(2, 100, { a: 9 }), v(3, 100, { a: 1 })]
    expect(datesOf(all, 3, 'a', 1)).toEqual({ sinceAt: 0, next: null })
    expect(datesOf(all, 1, 'a', 1)).toEqual({ sinceAt: 0, next: null })
    expect(datesOf(all, 2, 'a', 1)).toEqual({ sinceAt: 100, next: null })
  })

  it('go by when versions take effect, not by when they were made', () => {
    const all = [v(1, 0, { a: 1 }), v(2, 300, { a: 3 }), v(3, 200, { a: 2 })]
    expect(datesOf(all, 1, 'a', 1).next).toEqual({ value: 2, fromAt: 200 })
    expect(datesOf(all, 3, 'a', 1)).toEqual({ sinceAt: 200, next: { value: 3, fromAt: 300 } })
  })
})
