import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, type Standing } from '../consequence/desired.ts'
import { MINUTE } from '../instant.ts'
import { combine } from '../policy/combine.ts'
import { ASPECTS, GRADES, ratingEntries, type Evaluation, type Grade } from './ratings.ts'

const termsWith = (values: Record<string, unknown>) =>
  combine([{ policy: 'S0A', variant: '', version: 1, scope: 'company', values }])
const terms = termsWith({})

/** An evaluation of letters, `e g f p` for the four grades; null: no signature. */
function evaluation(id: string, minute: number, letters: string | null, under = terms): Evaluation {
  const grade = (letter: string) => GRADES.find((one) => one.startsWith(letter))!
  const [attitude, skill, result] = [...(letters ?? '')].map(grade) as [Grade, Grade, Grade]
  const scores = letters === null ? null : { attitude, skill, result }
  return { id, caseId: `case-${id}`, signedAt: minute * MINUTE, scores, terms: under }
}
const series = (letters: (string | null)[], under = terms) =>
  letters.map((one, index) => evaluation(`r${index}`, index, one, under))
const costs = (evaluations: Evaluation[]) => ratingEntries(evaluations).map((entry) => [entry.clause, entry.amountFen])

describe('ratings', () => {
  it('cost ¥50 for each poor score [S0-A-7.2b]', () => {
    expect(costs(series(['pgp']))).toEqual([
      ['S0-A-7.2b', -5_000],
      ['S0-A-7.2b', -5_000],
    ])
    expect(costs(series(['egf']))).toEqual([])
  })

  it.each([
    ['three at once', ['fff'], 1],
    ['two at once', ['ffg'], 0],
    ['three in a row over two services', ['gff', 'fgg'], 1],
    ['a row broken by a good score', ['gff', 'gff'], 0],
    ['four in a row: each is used once', ['fff', 'fgg'], 1],
    ['six in a row', ['fff', 'fff'], 2],
    ['a row broken by a poor score', ['gff', 'pff'], 0],
    ['a row broken by a missing signature', ['gff', null, 'fgg'], 0],
  ])('cost ¥50 for three fair ones at once or in a row: %s [S0-A-7.2c]', (_, letters, fines) => {
    expect(costs(series(letters)).filter(([clause]) => clause === 'S0-A-7.2c')).toHaveLength(fines)
  })

  it('cost ¥150 where the signature is missing or forged, instead of any score [S0-A-7.3c]', () => {
    expect(costs(series([null]))).toEqual([['S0-A-7.3c', -15_000]])
  })

  it('count whole services where that reading is set, and a fair one again where it is used again [S0-A-7.2c]', () => {
    const services = termsWith({ 'serviceTask.fairUnit': 'services' })
    expect(costs(series(['fgg', 'gfg', 'ggf'], services))).toHaveLength(1)
    expect(costs(series(['fgg', 'ggg', 'ggf'], services))).toHaveLength(0)
    expect(costs(series(['fff'], services))).toHaveLength(1)
    // The one that is fined at once leaves the row of the others as it was.
    expect(costs(series(['fgg', 'gfg', 'fff', 'ggf'], services))).toHaveLength(2)
    const again = termsWith({ 'serviceTask.fairReuse': 'again' })
    expect(costs(series(['fff', 'ffg'], again))).toHaveLength(3)
    // Three at once are one service of the row, which two more complete.
    const both = termsWith({ 'serviceTask.fairUnit': 'services', 'serviceTask.fairReuse': 'again' })
    const fines = (...letters: string[]) => costs(series(letters, both)).length
    expect([fines('fff', 'fgg'), fines('fff', 'fgg', 'gfg'), fines('fgg', 'gfg', 'fff', 'ggf')]).toEqual([1, 2, 2])
  })

  it('cost nothing where the amount, or how many make a row, is blank', () => {
    const blank = { 'serviceTask.poor': null, 'serviceTask.fairCount': null, 'serviceTask.signature': null }
    expect(costs(series(['ppf', 'fff', null], termsWith(blank)))).toEqual([])
  })

  it('name each entry by what it rests on, and its evidence', () => {
    const [entry] = ratingEntries(series(['gff', 'fgg']))
    expect(entry).toMatchObject({
      key: 'rating:fair:r0.skill+r0.result+r1.attitude',
      caseId: 'case-r1',
      occurredAt: MINUTE,
      evidenceIds: ['r0', 'r1'],
      policyVersion: 1,
    })
  })
})

const anyLetters = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 8,
    arbitrary: fc.array(fc.constantFrom('g', 'f', 'f', 'p'), { minLength: 3, maxLength: 3 }).map((l) => l.join('')),
  },
)

/** By brute force, from the plain text of the rule: cut the row of scores wherever one is not fair, and count threes. */
function oracle(evaluations: readonly Evaluation[]): number {
  const ordered = [...evaluations].sort((a, b) => a.signedAt - b.signedAt)
  const text = ordered
    .map(({ scores }) => (scores === null ? 'X' : ASPECTS.map((aspect) => scores[aspect][0]).join('')))
    .join('')
  const poor = text.split('p').length - 1
  const unsigned = text.split('X').length - 1
  const fair = text.split(/[^f]+/).reduce((sum, run) => sum + Math.floor(run.length / 3), 0)
  return -(poor * 5_000 + unsigned * 15_000 + fair * 5_000)
}

/** A ledger as it is kept: entries are never changed, those that no longer follow are reversed. */
function ledgerAfter(arrivals: readonly Evaluation[]) {
  const entries: { id: string; key: string; amountFen: number; aboutId?: string }[] = []
  arrivals.forEach((_, arrived) => {
    const reversed = new Set(entries.map((entry) => entry.aboutId))
    const standing = entries.filter((entry) => !entry.aboutId && !reversed.has(entry.id))
    const { add, reverse } = difference(standing as Standing[], ratingEntries(arrivals.slice(0, arrived + 1)))
    for (const { id, key } of reverse) {
      const amountFen = -entries.find((entry) => entry.id === id)!.amountFen
      entries.push({ id: `${id}-`, key, amountFen, aboutId: id })
    }
    for (const { key, amountFen } of add) entries.push({ id: `${entries.length}`, key, amountFen })
  })
  return { entries, net: entries.reduce((sum, entry) => sum + entry.amountFen, 0) }
}

describe('the ledger of ratings', () => {
  it('agrees with the plain text of the rule, in whatever order ratings arrive [S0-A-7.2b] [S0-A-7.2c] [S0-A-7.3c]', () => {
    fc.assert(
      fc.property(fc.array(anyLetters, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (letters, draws) => {
        const evaluations = series(letters)
        const shuffled = evaluations
          .map((one) => ({ one, draw: draws.next().value as number }))
          .sort((a, b) => a.draw - b.draw)
          .map(({ one }) => one)
        const { entries, net } = ledgerAfter(shuffled)
        expect(net).toBe(oracle(evaluations) + 0)
        const reversals = entries.filter((entry) => entry.aboutId)
        expect(new Set(reversals.map((entry) => entry.aboutId)).size).toBe(reversals.length)
      }),
      { numRuns: 500 },
    )
  })
})
