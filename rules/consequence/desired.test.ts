import { describe, expect, it } from 'vitest'
import { difference, withoutUndoing } from './desired.ts'
import { eventOf, idsIn } from './event.ts'

describe('what the ledger lacks, and what it should not have', () => {
  const fine = { id: '1', key: 'a', amountFen: -5_000 }

  it('is nothing where it says what is desired, decided or not', () => {
    for (const one of [fine, { ...fine, isDecided: true }, { id: '1', key: 'a' }])
      expect(difference([one], [{ key: 'a', amountFen: -5_000 }])).toEqual({ add: [], reverse: [] })
  })

  it('is both where the amount was a slip, but not where somebody decided on it', () => {
    const desired = [{ key: 'a', amountFen: -500 }]
    expect(difference([fine], desired)).toEqual({ add: desired, reverse: [fine] })
    expect(difference([{ ...fine, isDecided: true }], desired)).toEqual({ add: [], reverse: [] })
  })

  it('is by key otherwise: missing ones, and ones that no longer follow', () => {
    const desired = [{ key: 'b', amountFen: -5_000 }]
    expect(difference([fine], desired)).toEqual({ add: desired, reverse: [fine] })
    expect(difference([{ ...fine, isDecided: true }], [])).toEqual({ add: [], reverse: [{ ...fine, isDecided: true }] })
  })
})

describe('what somebody decided', () => {
  const [was, is, other] = [
    '01a204a7-2e57-75dd-a4f4-d55a3426fa11',
    '01a204a7-2e59-76e9-88f6-52f513813ae5',
    '01a204a7-2ddd-74c2-a712-0ddba912ed78',
  ] as const
  const originOf = (id: string) => (id === is ? was : id)
  const event = (key: string) => eventOf(key, originOf)

  it('is about the same event where its record or its time was corrected', () => {
    expect(idsIn(`rating:fair:${was}.skill+${is}.result`)).toEqual([was, is])
    expect(event(`window:p:exam:${is}`)).toBe(event(`window:p:exam:${was}`))
    expect(event(`rating:poor:${is}.skill`)).toBe(event(`rating:poor:${was}.skill`))
    expect(event(`accident:a:fineI:${other}:1773108000000`)).toBe(event(`accident:a:fineI:${other}:1773021600000`))
    expect(event(`accident:a:fineII:${other}:1`)).not.toBe(event(`accident:a:fineI:${other}:1`))
    expect(event('window:raise:2:2026-01-01')).not.toBe(event('window:raise:2:2026-01-02'))
    expect(event(`rating:poor:${is}.skill`)).not.toBe(event(`rating:poor:${is}.result`))
  })

  it('stays, neither taken back nor entered anew; what nobody decided on follows', () => {
    const decided = { id: '1', key: `exam:${was}`, isDecided: true }
    const open = { id: '2', key: `exam:${other}` }
    const anew = { key: `exam:${is}`, amountFen: -5_000 }
    const changes = { add: [anew], reverse: [decided, open] }
    expect(withoutUndoing(changes, event)).toEqual({ add: [], reverse: [open] })
    expect(withoutUndoing({ ...changes, reverse: [{ ...decided, isDecided: false }] }, event).add).toEqual([anew])
    expect(withoutUndoing({ add: [], reverse: [decided] }, event)).toEqual({ add: [], reverse: [decided] })
  })
})
