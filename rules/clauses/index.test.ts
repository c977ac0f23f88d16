import { describe, expect, it } from 'vitest'
import { allClauses, clause, isClauseId, type Seed, type SoftwareClass } from './index.ts'

const all = allClauses()
const count = (seed: Seed, software: SoftwareClass) =>
  all.filter((c) => c.id.startsWith(`${seed}-`) && c.software === software).length

describe('the clause registry', () => {
  it('holds the 983 clauses of the five rulebooks', () => {
    expect(all).toHaveLength(983)
  })

  it.each([
    ['S0', 60, 36, 17],
    ['S1', 59, 24, 13],
    ['S2', 148, 93, 74],
    ['S3', 15, 21, 16],
    ['S4', 196, 82, 129],
  ] as const)('%s: %i enforced, %i assisted, %i published', (seed, full, assist, text) => {
    expect([count(seed, 'full'), count(seed, 'assist'), count(seed, 'text')]).toEqual([full, assist, text])
  })

  it('keeps the order of the articles', () => {
    const ids = all.map((c) => c.id)
    expect([ids[0], ids[113], ids[982]]).toEqual(['S0-A-1.1', 'S1-1.1', 'S4-S-A1'])
  })

  it('titles each clause in Chinese and in English, in one line', () => {
    const bad = all.filter(
      ({ zh, en }) =>
        !/\p{Script=Han}/u.test(zh) ||
        /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(en) ||
        !/[A-Za-z]/.test(en) ||
        /\s{2}|^\s|\s$/.test(zh),
    )
    expect(bad).toEqual([])
  })

  it('keeps titles short: 28 characters wide in Chinese, 14 words in English', () => {
    // A Latin letter or digit is half as wide as a Chinese character.
    const width = (zh: string) => [...zh].reduce((sum, c) => sum + (c <= '\x7e' ? 0.5 : 1), 0)
    expect(all.filter(({ zh, en }) => width(zh) > 28 || en.split(' ').length > 14)).toEqual([])
  })

  it('names a process for every clause that software enforces or assists', () => {
    const bad = all.filter(
      (c) =>
        (c.software !== 'text' && c.processes.length === 0) ||
        c.processes.some((p) => !/^P(0[1-9]|[12]\d|3[0-8])$/.test(p)),
    )
    expect(bad).toEqual([])
  })

  it('knows the 48 reprints, each of a clause that is none itself and of the same class', () => {
    const reprints = all.filter((c) => c.duplicateOf)
    expect(reprints).toHaveLength(48)
    for (const reprint of reprints) {
      const original = clause(reprint.duplicateOf!)
      expect(original.duplicateOf).toBeUndefined()
      expect(reprint.software).toBe(original.software)
    }
  })
})

describe('clause()', () => {
  it('finds ids with brackets and letters', () => {
    for (const id of ['S2-3.1.4(2)b', 'S2-T2-3.8-6', 'S4-H-f7', 'S0-A-7.S1c', 'S4-S-A1']) expect(clause(id).id).toBe(id)
  })

  it('throws on an id that no rulebook has', () => {
    expect(() => clause('S2-3.1.1z')).toThrow(RangeError)
    expect(() => clause('toString')).toThrow('unknown clause toString')
  })

  it('tells an id from other text', () => {
    expect([isClauseId('S2-3.1.1c'), isClauseId('S2-3.1.1'), isClauseId('')]).toEqual([true, false, false])
  })
})
