import fc from 'fast-check'
import { expect, it } from 'vitest'
import { difference } from '../consequence/desired.ts'
import { statedTerms } from '../policy/stated.ts'
import { accidentFines } from './entries.ts'
import { classify, COMPLAINT_LEVELS, STOPPAGE_MANNERS, type Ground } from './grounds.ts'

const ground = fc.oneof(
  fc.constantFrom(...COMPLAINT_LEVELS).map((level): Ground => ({ kind: 'complaint', level })),
  fc.constantFrom(...STOPPAGE_MANNERS).map((manner): Ground => ({ kind: 'stoppage', manner })),
  fc.constant<Ground>({ kind: 'lateReport' }),
)

/** The two definitions as they are printed, in one line each. */
function byHand(grounds: readonly Ground[], centreCounts: boolean): 'I' | 'II' | null {
  const reached = grounds.flatMap((one) => (one.kind === 'complaint' ? [one.level as string] : []))
  const leaders = ['companyGm', 'viceGm', ...(centreCounts ? ['centreGm', 'centreDeputyGm'] : [])]
  if (reached.some((level) => leaders.includes(level)) || grounds.some(({ kind }) => kind === 'stoppage')) return 'I'
  const second = reached.some((level) => level === 'salesManager' || level === 'salesBackOffice')
  return second || grounds.some(({ kind }) => kind === 'lateReport') ? 'II' : null
}

it('one fact costs once, by its gravest ground, however grounds come and go [S0-A-5.1a] [S0-A-5.2a] [S0-A-7.5a] [S0-A-7.5b] [S0-A-7.S2a] [S0-A-7.S2b]', () => {
  const moves = fc.array(fc.record({ ground, dropped: fc.boolean() }), { minLength: 1, maxLength: 6 })
  const supervisor = fc.constantFrom('s', 'e', null)
  fc.assert(
    fc.property(moves, supervisor, fc.boolean(), (told, supervisorId, centreCounts) => {
      const terms = statedTerms({ 'accident.leaders': centreCounts ? 'centre' : 'company' }, ['S0A'])
      const ledger: { id: string; key: string; personId: string; amountFen: number; aboutId?: string }[] = []
      const standing: Ground[] = []
      const reckon = () => {
        const fines = accidentFines({
          caseId: 'a',
          occurredAt: 0,
          class: classify(standing, terms)?.class ?? null,
          groundIds: standing.map((_, n) => `g${n}`),
          engineerId: 'e',
          supervisorId,
          terms,
        })
        const gone = new Set(ledger.map(({ aboutId }) => aboutId))
        const there = ledger.filter(({ id, aboutId }) => !aboutId && !gone.has(id))
        const { add, reverse } = difference(there, fines)
        for (const { id } of reverse) {
          const { key, personId, amountFen } = ledger.find((one) => one.id === id)!
          ledger.push({ id: `${id}-`, key, personId, amountFen: -amountFen, aboutId: id })
        }
        for (const { key, personId, amountFen } of add)
          ledger.push({ id: `${ledger.length}`, key, personId, amountFen })
      }
      for (const { ground: one, dropped } of told) {
        standing.push(one)
        reckon()
        if (dropped) standing.pop()
        reckon()
        const of = byHand(standing, centreCounts)
        const net = (who: string) =>
          ledger.filter(({ personId }) => personId === who).reduce((sum, { amountFen }) => sum + amountFen, 0)
        expect(net('e') + 0).toBe(of === 'I' ? -10_000 : of === 'II' ? -5_000 : 0)
        expect(net('s') + 0).toBe(supervisorId !== 's' || !of ? 0 : of === 'I' ? -5_000 : -3_000)
      }
    }),
    { numRuns: 200 },
  )
})
