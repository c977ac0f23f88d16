import type { Instant } from '../instant.ts'

/** A row of the ledger, as the sheet counts it. */
export interface LedgerRow {
  id: string
  /** The row it is about; null for what was imposed or granted. */
  aboutId: string | null
  kind: string
  amountFen: number
  recordedAt: Instant
}

/** When a fine comes on a sheet. */
export type Counts = 'confirmed' | 'recorded'

/** What comes on a sheet, and what a later one will have. Confirmations are on none: they change no amount. */
export interface Membership<R> {
  lines: R[]
  /** Fines of the time the sheet is about that nobody has confirmed yet. */
  waiting: R[]
}

/**
 * What a sheet of the time before `untilAt` holds, of the rows that no earlier sheet holds: all that was recorded by
 * then and has settled (a fine: confirmed, reversed or waived; anything else at once), with what was done about it up to
 * now, since the sheet isn't signed; and corrections recorded by then of entries on earlier sheets, since a closed month
 * isn't reopened. So every row comes on one sheet, and sheets and waiting rows add up to the ledger.
 */
export function membership<R extends LedgerRow>(
  rows: readonly R[],
  { untilAt, counts }: { untilAt: Instant; counts: Counts },
): Membership<R> {
  const about = new Map<string, R[]>()
  for (const row of rows) if (row.aboutId !== null) about.set(row.aboutId, [...(about.get(row.aboutId) ?? []), row])
  const fresh = new Set(rows.filter((row) => row.aboutId === null).map(({ id }) => id))
  const lines: R[] = []
  const waiting: R[] = []
  for (const row of rows) {
    if (row.kind === 'confirmation') continue
    if (row.aboutId !== null) {
      // With its entry below, unless an earlier sheet has that.
      if (!fresh.has(row.aboutId) && row.recordedAt < untilAt) lines.push(row)
      continue
    }
    if (row.recordedAt >= untilAt) continue
    const done = about.get(row.id) ?? []
    if (isSettled(row, done, counts)) lines.push(row, ...done.filter(({ kind }) => kind !== 'confirmation'))
    else waiting.push(row)
  }
  return { lines, waiting }
}

/** Whether an entry counts: a fine once something was decided about it, unless the house counts it at once. */
export const isSettled = (row: { kind: string }, about: readonly unknown[], counts: Counts): boolean =>
  row.kind !== 'fine' || counts === 'recorded' || about.length > 0

/** What rows come to, in fen. */
export const total = (rows: readonly { amountFen: number }[]): number =>
  rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
