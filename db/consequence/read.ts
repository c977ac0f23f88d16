import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { entryState, type EntryState } from '../../rules/consequence/entry.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { inScope, type Reading } from '../case/read.ts'
import type { Db, Tx } from '../client.ts'
import { cases, facts } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { entriesAbout, type Entry } from './enter.ts'

/** An entry as the ledger shows it. An entry about another has no state of its own. */
export interface LedgerEntry extends Entry {
  state: EntryState | null
  /** The facts it rests on. */
  evidence: { id: string; kind: string; occurredAt: Instant }[]
}

export interface LedgerFilter {
  /** Whose entries; left out: everybody's within the scope. */
  personId?: string
  caseId?: string
  scope: Reading
  after?: readonly [Instant, string]
  limit: number
}

/** Entries, the newest first: of one person, or of all whose cases lie within the scope. */
export async function listEntries(db: Db, filter: LedgerFilter): Promise<LedgerEntry[]> {
  const { personId, caseId, scope, after, limit } = filter
  const rows = await db
    .select({ entry: consequences })
    .from(consequences)
    .innerJoin(cases, eq(cases.id, consequences.caseId))
    .where(
      and(
        inScope(scope),
        personId === undefined ? undefined : eq(consequences.personId, personId),
        caseId === undefined ? undefined : eq(consequences.caseId, caseId),
        after &&
          sql`(${consequences.recordedAt}, ${consequences.id}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(consequences.recordedAt), desc(consequences.id))
    .limit(limit)
  return complete(
    db,
    rows.map((row) => row.entry),
  )
}

/** One entry; undefined where it is neither the person's own nor of a case within the scope. */
export async function readEntry(db: Db, id: string, personId: string, scope: Scope): Promise<LedgerEntry | undefined> {
  const [row] = await db
    .select({ entry: consequences })
    .from(consequences)
    .innerJoin(cases, eq(cases.id, consequences.caseId))
    .where(and(eq(consequences.id, id), or(eq(consequences.personId, personId), inScope(scope))))
  return row && (await complete(db, [row.entry]))[0]
}

async function complete(db: Db | Tx, entries: readonly Entry[]): Promise<LedgerEntry[]> {
  const about = await entriesAbout(
    db as Tx,
    entries.map((entry) => entry.id),
  )
  const ids = [...new Set(entries.flatMap((entry) => entry.evidenceIds))]
  const known =
    ids.length === 0
      ? []
      : await db
          .select({ id: facts.id, kind: facts.kind, occurredAt: facts.occurredAt })
          .from(facts)
          .where(inArray(facts.id, ids))
  return entries.map((entry) => ({
    ...entry,
    state: entry.aboutId === null ? entryState(about.get(entry.id)!) : null,
    evidence: known.filter((fact) => entry.evidenceIds.includes(fact.id)),
  }))
}
