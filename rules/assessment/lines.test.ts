import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { membership, total, type Counts, type LedgerRow } from './lines.ts'

const MONTH = 1_000

/** An entry, and (perhaps) what was done about it some time later: months after, or at once. */
const matter = fc.record({
  amountFen: fc.integer({ min: -20_000, max: 20_000 }),
  recordedAt: fc.integer({ min: 0, max: 12 * MONTH - 1 }),
  kind: fc.constantFrom('fine', 'reward'),
  done: fc.option(fc.constantFrom('reversal', 'waiver', 'confirmation')),
  later: fc.integer({ min: 0, max: 5 * MONTH }),
})
type Matter = typeof matter extends fc.Arbitrary<infer M> ? M : never

function ledgerOf(matters: readonly Matter[]): LedgerRow[] {
  return matters.flatMap(({ amountFen, recordedAt, kind, done, later }, i): LedgerRow[] => {
    const entry = { id: `e${i}`, aboutId: null, kind, amountFen, recordedAt }
    if (done === null) return [entry]
    const back = done === 'confirmation' ? 0 : -amountFen
    return [entry, { id: `a${i}`, aboutId: entry.id, kind: done, amountFen: back, recordedAt: recordedAt + later }]
  })
}

/** Issues month after month, each sheet some time after its month, from what no earlier sheet holds. */
function issueAll(ledger: readonly LedgerRow[], months: number, counts: Counts, delay: number) {
  const held = new Set<string>()
  const sheets: LedgerRow[][] = []
  let waiting: LedgerRow[] = []
  for (let month = 1; month <= months; month++) {
    const untilAt = month * MONTH
    const known = ledger.filter((row) => row.recordedAt <= untilAt + delay && !held.has(row.id))
    const sheet = membership(known, { untilAt, counts })
    for (const { id } of sheet.lines) held.add(id)
    sheets.push(sheet.lines)
    waiting = sheet.waiting
  }
  return { sheets, waiting, held }
}

describe('a year of sheets', () => {
  it.each(['confirmed', 'recorded'] as const)('adds up to the ledger to the fen (%s) [S0-A-6.4]', (counts) => {
    fc.assert(
      fc.property(fc.array(matter, { maxLength: 40 }), fc.integer({ min: 0, max: MONTH }), (matters, delay) => {
        const ledger = ledgerOf(matters)
        // Twelve months of entries; corrections of the last ones arrive months later.
        const { sheets, waiting } = issueAll(ledger, 24, counts, delay)
        const onSheets = sheets.flat()
        expect(new Set(onSheets.map(({ id }) => id)).size).toBe(onSheets.length)
        expect(sheets.reduce((sum, sheet) => sum + total(sheet), 0) + total(waiting)).toBe(total(ledger))
        if (counts === 'recorded') expect(waiting).toEqual([])
      }),
    )
  })

  it('holds an entry of a closed month only as its correction [S0-A-6.4]', () => {
    const fine = { id: 'f', aboutId: null, kind: 'fine', amountFen: -2_000, recordedAt: 10 }
    const confirmed = { id: 'c', aboutId: 'f', kind: 'confirmation', amountFen: 0, recordedAt: 20 }
    const waived = { id: 'w', aboutId: 'f', kind: 'waiver', amountFen: 2_000, recordedAt: 1_500 }
    const { sheets } = issueAll([fine, confirmed, waived], 2, 'confirmed', 0)
    expect(sheets.map((sheet) => sheet.map(({ id }) => id))).toEqual([['f'], ['w']])
  })

  it('shows a fine nobody confirmed as waiting, and takes it when it is; the last instant of the month is in it', () => {
    const fine = { id: 'f', aboutId: null, kind: 'fine', amountFen: -2_000, recordedAt: MONTH - 1 }
    const next = { ...fine, id: 'n', recordedAt: MONTH }
    const first = membership([fine, next], { untilAt: MONTH, counts: 'confirmed' })
    expect(first.lines).toEqual([])
    expect(first.waiting.map(({ id }) => id)).toEqual(['f'])
    expect(membership([fine, next], { untilAt: MONTH, counts: 'recorded' }).lines.map(({ id }) => id)).toEqual(['f'])
  })
})
