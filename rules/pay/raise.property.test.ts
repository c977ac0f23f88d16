import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { parseInstant } from '../time/local.ts'
import { gradeAt, type GradeSet, type PayGrade } from '../window/payGrade.ts'
import { raiseEntries } from './raise.ts'

const at = (iso: string): Instant => parseInstant(`${iso}+08:00`)
const START = at('2023-08-31T00:00:00')
const DAYS = 560
const onOf = (n: number) => new Date(START + n * DAY + 8 * HOUR).toISOString().slice(0, 10)
/** n months later; where the day is missing, the month's last. */
const later = (on: string, n: number) => {
  const [y, m, d] = on.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(y, m - 1 + n + 1, 0)).getUTCDate()
  return new Date(Date.UTC(y, m - 1 + n, Math.min(d, last))).toISOString().slice(0, 10)
}
/** Any instant of the time, and those a millisecond to either side of midnight. */
const moment = fc
  .tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.constantFrom(-1, 0, 1, 10 * HOUR))
  .map(([day, ms]) => START + day * DAY + ms)

describe('base pay, walked through day by day', () => {
  it('is asked to rise on the days that the text says, once for a stretch and grade [S0-A-8.1b] [S0-A-8.1c] [S0-A-8.1d]', () => {
    fc.assert(
      fc.property(
        fc.array(moment, { maxLength: 4 }),
        fc.array(moment, { minLength: 1, maxLength: 3 }),
        fc.constantFrom<PayGrade>(3, 3, 2),
        fc.constantFrom('examAlone', 'everything'),
        (blemishedAt, passedAt, grade, contribution) => {
          const terms = statedTerms({ 'window.gradeContribution': contribution }, ['S0A'])
          const qualified = passedAt.map((when, n) => ({ id: `q${n}`, at: when, kind: 'contribution' as const }))
          const expected: string[] = []
          let best: { sinceOn: string; target: PayGrade; on: string } | undefined
          for (let n = 0; n <= DAYS; n += 1) {
            const [on, midnight] = [onOf(n), START + n * DAY]
            const spoilt = blemishedAt.filter((when) => when < midnight)
            const from = spoilt.length === 0 ? -1 : Math.floor((Math.max(...spoilt) - START) / DAY)
            const sinceOn = onOf(Math.max(0, from + 1))
            if (best && best.sinceOn !== sinceOn) {
              expected.push(`${best.on} ${best.target}`)
              best = undefined
            }
            if (!passedAt.some((when) => when < midnight)) continue
            const dayOf = (when: Instant) => onOf(Math.floor((when - START) / DAY))
            const excused =
              contribution === 'everything' && passedAt.some((when) => when < midnight && dayOf(when) >= sinceOn)
            const target = excused || later(sinceOn, 12) <= on ? 1 : later(sinceOn, 6) <= on ? 2 : 3
            // Nobody having decided, the best grade of a stretch is asked for alone.
            if (target < grade && (!best || target < best.target)) best = { sinceOn, target, on }
          }
          if (best) expected.push(`${best.on} ${best.target}`)
          const found = raiseEntries({
            termsAt: () => terms,
            todayOn: onOf(DAYS),
            inPostSinceOn: onOf(0),
            inPostUntilOn: null,
            blemishedAt: [...blemishedAt].reverse(),
            qualified: [...qualified].reverse(),
            gradeAt: () => grade,
          })
          expect(found.map(({ arithmetic: { on, target } }) => `${String(on)} ${String(target)}`).sort()).toEqual(
            expected.sort(),
          )
        },
      ),
      { numRuns: 80 },
    )
  })

  it('the grade on record is where so many steps down lead from what was set, whichever was taken back', () => {
    const set = fc.record({ at: moment, grade: fc.constantFrom<PayGrade>(1, 2, 3), down: fc.boolean() })
    fc.assert(
      fc.property(fc.array(set, { maxLength: 6 }), fc.nat({ max: 5 }), moment, (drawn, gone, asked) => {
        const sets: GradeSet[] = drawn.filter((_, n) => n !== gone).sort((a, b) => a.at - b.at)
        const past = sets.filter((one) => one.at <= asked)
        const last = past.findLastIndex((one) => !one.down)
        const steps = past.length - 1 - last
        const expected = past.length === 0 ? undefined : Math.min(3, (last < 0 ? 3 : past[last]!.grade) + steps)
        expect(gradeAt(sets, asked)).toBe(expected)
      }),
      { numRuns: 200 },
    )
  })
})
