import fc from 'fast-check'
import { expect, it } from 'vitest'
import { statedTerms } from '../policy/stated.ts'
import { ASPECTS, ratingEntries, type Evaluation, type Grade } from './ratings.ts'

const grade = fc.constantFrom<Grade>('excellent', 'good', 'fair', 'fair', 'fair', 'poor')
const row = fc.record({ opening: fc.integer({ min: 0, max: 2 }) })
const scores = fc.option(fc.record({ attitude: grade, skill: grade, result: grade }), { freq: 8 })

it('three fair ones are counted as each reading says, singly or by service, used up or not [S0-A-7.2c]', () => {
  fc.assert(
    fc.property(
      fc.option(row, { nil: undefined }),
      fc.array(scores, { maxLength: 8 }),
      fc.constantFrom('scores', 'services'),
      fc.constantFrom('once', 'again'),
      (taken, drawn, unit, reuse) => {
        const terms = statedTerms({ 'serviceTask.fairUnit': unit, 'serviceTask.fairReuse': reuse }, ['S0A'])
        const evaluations = drawn.map((one, n): Evaluation => ({
          id: `r${n}`,
          caseId: `c${n}`,
          // Signed a millisecond apart, and told in reverse.
          signedAt: n,
          scores: one,
          terms,
        }))
        // A letter for each thing that is counted: f for fair, x for whatever breaks the row; three f at once stay together.
        const letters = drawn.map((one) => {
          if (one === null) return 'x'
          const all = ASPECTS.map((aspect) => one[aspect])
          if (unit === 'scores') return all.map((is) => (is === 'fair' ? 'f' : 'x')).join('')
          if (all.includes('poor') || !all.includes('fair')) return 'x'
          return all.every((is) => is === 'fair') ? 'F' : 'f'
        })
        let [row, fines] = [taken?.opening ?? 0, 0]
        for (const letter of letters.join('')) {
          if (letter === 'x') row = 0
          // All three at once are three that belong together: they are fined, and the row before them stays; where they
          // count again, they go on in it as the one service that they are.
          else if (letter === 'F') [row, fines] = [reuse === 'once' ? row : Math.min(2, row + 1), fines + 1]
          else if (++row >= 3) [row, fines] = [reuse === 'once' ? 0 : 2, fines + 1]
        }
        const before = taken && { id: 't', caseId: 'file', signedAt: -1, scores: null, terms: {}, ...taken }
        const found = ratingEntries([...evaluations.reverse(), ...(before ? [before] : [])])
        expect(found.filter(({ clause }) => clause === 'S0-A-7.2c')).toHaveLength(fines)
        const poor = drawn.flatMap((one) => (one ? Object.values(one).filter((is) => is === 'poor') : [])).length
        expect(found.filter(({ clause }) => clause === 'S0-A-7.2b')).toHaveLength(poor)
        expect(found.filter(({ clause }) => clause === 'S0-A-7.3c')).toHaveLength(
          drawn.filter((one) => one === null).length,
        )
      },
    ),
    { numRuns: 300 },
  )
})
