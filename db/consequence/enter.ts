import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { ABOUT_KINDS } from '../../rules/consequence/entry.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Db, Tx } from '../client.ts'
import { consequences } from '../schema/consequence.ts'
import { markWindows } from '../window/mark.ts'
import { announce } from './announce.ts'

export type Entry = typeof consequences.$inferSelect

/** What is done to an entry, and why. */
export interface About {
  kind: (typeof ABOUT_KINDS)[number]
  /** The arithmetic: its `rule` says why. */
  arithmetic: Record<string, unknown> & { rule: string }
  byId?: string
  evidenceIds?: string[]
  /** By how much a reduction lowers it, in fen, positive. */
  byFen?: number
}

/**
 * Writes an entry about another: a reversal or waiver takes back what still stands of it, a reduction a part; a
 * confirmation or an upholding changes no amount. Once per entry and kind. Returns the key, or undefined where it stood
 * already or nothing is left to take back.
 */
export async function enterAbout(tx: Tx, entry: Entry, about: About, now: Instant): Promise<string | undefined> {
  const { kind, arithmetic, byId, evidenceIds = [], byFen = 0 } = about
  const takesBack = kind === 'reversal' || kind === 'waiver'
  const standing = standingFen(entry, (await entriesAbout(tx, [entry.id])).get(entry.id)!)
  if (takesBack && standing === 0 && entry.amountFen !== 0) return undefined
  const amountFen = takesBack ? 0 - standing : kind === 'reduction' ? byFen : 0
  const { personId, caseId, obligationId, clause, policy, policyVersion, sample } = entry
  const [row] = await tx
    .insert(consequences)
    .values({
      key: `${kind}:${entry.id}`,
      kind,
      personId,
      caseId,
      obligationId,
      aboutId: entry.id,
      amountFen,
      clause,
      policy,
      policyVersion,
      occurredAt: now,
      recordedAt: now,
      byId,
      arithmetic: { ...arithmetic, amountFen },
      evidenceIds,
      sample,
    })
    .onConflictDoNothing({ target: consequences.key })
    .returning({ key: consequences.key })
  if (row && takesBack) {
    await announce(tx, [row.key], now)
    await markWindows(tx, [personId])
  }
  return row?.key
}

/** What an entry comes to with the entries about it, in fen. */
export function standingFen(entry: Entry, about: readonly Entry[]): number {
  return about.reduce((sum, one) => sum + one.amountFen, entry.amountFen)
}

/** The entries about each of these, by the id of the entry they are about. */
export async function entriesAbout(tx: Tx | Db, ids: readonly string[]): Promise<Map<string, Entry[]>> {
  const about = new Map<string, Entry[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return about
  const rows = await tx
    .select()
    .from(consequences)
    .where(and(isNotNull(consequences.aboutId), inArray(consequences.aboutId, [...ids])))
  for (const row of rows) about.get(row.aboutId!)?.push(row)
  return about
}

/** An entry with the entries about it, under the lock of its case (taken by the caller or here by reading it again). */
export async function entryById(tx: Tx | Db, id: string): Promise<{ entry: Entry; about: Entry[] } | undefined> {
  const [entry] = await tx.select().from(consequences).where(eq(consequences.id, id))
  return entry && { entry, about: (await entriesAbout(tx, [id])).get(id)! }
}
