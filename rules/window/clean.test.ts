import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween } from '../time/local.ts'
import { cleanPeriods, type CleanReading, type Finding } from './clean.ts'

const reading = (given: Partial<CleanReading> = {}): CleanReading => ({
  months: 3,
  span: 'calendar',
  overlap: 'restart',
  idle: 'breaks',
  ...given,
})

/** Periods over months written as letters from January 2024 on: `c` clean, `b` blemished, `i` idle. */
function periods(letters: string, given: Partial<CleanReading> = {}): string[] {
  const sinceOn = '2024-01-01'
  const index = (on: string) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - (2024 * 12 + 1)
  return cleanPeriods({
    sinceOn,
    untilOn: addMonths(sinceOn, letters.length),
    readingOf: () => reading(given),
    find: ({ fromOn, toOn }): Finding => {
      const letter = letters[index(fromOn)]
      if (letter === 'b') return { state: 'blemished', lastOn: addDays(toOn, -1) }
      return { state: letter === 'c' ? 'clean' : 'idle' }
    },
  }).map((period) => `${index(period[0]!.fromOn)}-${index(period.at(-1)!.fromOn)}`)
}

describe('clean months in a row [S0-A-7.8]', () => {
  it.each([
    ['cc', []],
    ['ccc', ['0-2']],
    ['cccccc', ['0-2', '3-5']],
    ['ccbccc', ['3-5']],
    ['cciccc', ['3-5']],
    ['iiiiii', []],
  ])('%s: a period restarts after its reward', (letters, expected) => expect(periods(letters)).toEqual(expected))

  it('may overlap, and may pass over idle months, as the reading says', () => {
    expect(periods('cccc', { overlap: 'overlap' })).toEqual(['0-2', '1-3'])
    expect(periods('cciic', { idle: 'pauses' })).toEqual(['0-4'])
    expect(periods('ccbic', { idle: 'pauses' })).toEqual([])
    expect(periods('cc', { months: 1, overlap: 'overlap' })).toEqual(['0-0', '1-1'])
  })

  it('counts fixed half-years from January [S0-A-7.S5]', () => {
    expect(periods('cccccc', { months: 6, span: 'fixed' })).toEqual(['0-5'])
    expect(periods('bcccccccccc', { months: 6, span: 'fixed' })).toEqual([])
    expect(periods('bccccccccccc', { months: 6, span: 'fixed' })).toEqual(['6-11'])
  })

  it('begins with a whole month, and counts one when it is over', () => {
    const question = { readingOf: () => reading({ months: 1 }), find: () => ({ state: 'clean' }) as const }
    const over = (sinceOn: string, untilOn: string) => cleanPeriods({ ...question, sinceOn, untilOn }).length
    expect(over('2024-01-02', '2024-02-29')).toBe(0)
    expect(over('2024-01-02', '2024-03-01')).toBe(1)
    expect(over('2024-02-01', '2024-02-29')).toBe(0)
  })

  it('is blocked by a blank, and goes on when it is filled in', () => {
    const found = cleanPeriods({
      sinceOn: '2024-01-01',
      untilOn: '2024-07-01',
      readingOf: (on) => (on < '2024-03-01' ? null : reading()),
      find: () => ({ state: 'clean' }),
    })
    expect(found.map((period) => period[0]!.fromOn)).toEqual(['2024-03-01'])
  })

  it('agrees with cutting the row of months by hand [S0-A-7.8] [S0-A-7.S5]', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('c', 'c', 'c', 'b', 'i'), { maxLength: 24 }),
        fc.constantFrom('breaks' as const, 'pauses' as const),
        fc.constantFrom('restart' as const, 'overlap' as const),
        fc.integer({ min: 1, max: 6 }),
        (letters, idle, overlap, months) => {
          const text = idle === 'pauses' ? letters.filter((one) => one !== 'i').join('') : letters.join('')
          const runs = text.split(/[^c]+/).map((run) => run.length)
          const expected = runs.map((run) =>
            overlap === 'restart' ? Math.floor(run / months) : Math.max(0, run - months + 1),
          )
          expect(periods(letters.join(''), { idle, overlap, months })).toHaveLength(
            expected.reduce((sum, one) => sum + one, 0),
          )
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('rolling clean months', () => {
  const rolling = (sinceOn: string, untilOn: string, blemishedOn: string[], months = 3) =>
    cleanPeriods({
      sinceOn,
      untilOn,
      readingOf: () => reading({ span: 'rolling', months }),
      find: ({ fromOn, toOn }): Finding => {
        const lastOn = blemishedOn.filter((on) => fromOn <= on && on < toOn).at(-1)
        return lastOn === undefined ? { state: 'clean' } : { state: 'blemished', lastOn }
      },
    }).map((period) => [period[0]!.fromOn, period.at(-1)!.toOn])

  it('run from the day after the last blemish, over the leap day', () => {
    expect(rolling('2024-01-31', '2024-05-01', [])).toEqual([['2024-01-31', '2024-04-30']])
    expect(rolling('2023-11-10', '2024-06-01', ['2023-11-30'])).toEqual([
      ['2023-12-01', '2024-03-01'],
      ['2024-03-01', '2024-06-01'],
    ])
    expect(rolling('2024-01-01', '2024-04-01', ['2024-03-31'])).toEqual([])
  })

  it('agrees with walking day by day [S0-A-7.8]', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 500 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat({ max: 60 }),
        (offsets, months, start) => {
          const sinceOn = addDays('2023-10-31', start)
          const blemishes = new Set(offsets.map((days) => addDays(sinceOn, days)))
          const untilOn = addDays(sinceOn, 500)
          const expected: string[][] = []
          let anchor = sinceOn
          let count = 0
          for (let day = 0; day < daysBetween(sinceOn, untilOn); day += 1) {
            const on = addDays(sinceOn, day)
            if (blemishes.has(on)) [anchor, count] = [addDays(on, 1), 0]
            const tomorrow = addDays(on, 1)
            if (tomorrow !== addMonths(anchor, (count + 1) * months)) continue
            expected.push([addMonths(anchor, count * months), tomorrow])
            count += 1
          }
          expect(rolling(sinceOn, untilOn, [...blemishes].sort(), months)).toEqual(expected)
        },
      ),
      { numRuns: 300 },
    )
  })
})
