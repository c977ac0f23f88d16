import { and, inArray, isNull, type SQL } from 'drizzle-orm'
import { difference, withoutUndoing, type Changes } from '../../rules/consequence/desired.ts'
import { eventOf, idsIn } from '../../rules/consequence/event.ts'
import type { Instant } from '../../rules/instant.ts'
import { originsOf } from '../case/origins.ts'
import type { Tx } from '../client.ts'
import { cases } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { announce } from './announce.ts'
import { changeBehind } from './changes.ts'
import { enterAbout, entriesAbout, type About, type Entry } from './enter.ts'

/** An entry that rules call for. Its key names what it rests on; entered again after a reversal it is a new revision. */
export interface DesiredEntry {
  key: string
  kind: string
  personId: string
  caseId: string
  clause: string
  policy: string
  policyVersion: number
  amountFen: number
  occurredAt: Instant
  evidenceIds: string[]
  arithmetic: Record<string, unknown>
}

/** How a part of the ledger stands against what is desired. */
export interface Comparison<D extends { key: string }> {
  add: (D & { revision: string })[]
  fallen: { entry: Entry; about: Entry[] }[]
  standing: { entry: Entry; about: Entry[]; key: string }[]
}

/** Compares the entries that `where` selects with those desired. The caller keeps others from doing so at the same time. */
export async function compare<D extends { key: string; amountFen?: number }>(
  tx: Tx,
  where: SQL | undefined,
  desired: readonly D[],
): Promise<Comparison<D>> {
  const entered = await tx
    .select()
    .from(consequences)
    .where(and(where, isNull(consequences.aboutId)))
  const about = await entriesAbout(
    tx,
    entered.map((entry) => entry.id),
  )
  const standing = entered
    .map((entry) => {
      const decisions = about.get(entry.id)!
      const isDecided = decisions.some(({ kind }) => decides(entry, kind))
      return { entry, about: decisions, id: entry.id, key: baseOf(entry.key), amountFen: entry.amountFen, isDecided }
    })
    .filter((one) => !one.about.some((row) => row.kind === 'reversal'))
  const { add, reverse } = await decisionsStand(tx, difference(standing, desired))
  const gone = new Set(reverse.map(({ id }) => id))
  const times = (key: string) => entered.filter((one) => baseOf(one.key) === key).length
  return {
    add: add.map((one) => ({ ...one, revision: `${one.key}#${times(one.key)}` })),
    fallen: standing.filter(({ id }) => gone.has(id)),
    standing: standing.filter(({ id }) => !gone.has(id)),
  }
}

const decides = ({ kind: of }: Entry, kind: string) =>
  kind === 'waiver' || kind === 'reduction' || (of === 'recommendation' && kind === 'confirmation')

/** Leaves what was decided alone where its event was only corrected. */
async function decisionsStand<D extends { key: string }>(tx: Tx, changes: Changes<D>): Promise<Changes<D>> {
  const decided = changes.reverse.filter(({ isDecided }) => isDecided)
  if (decided.length === 0 || changes.add.length === 0) return changes
  const originOf = await originsOf(
    tx,
    [...decided, ...changes.add].flatMap(({ key }) => idsIn(key)),
  )
  return withoutUndoing(changes, (key) => eventOf(key, originOf))
}

/**
 * Makes a part of the ledger say what is desired: the entries it lacks, and reversals, with the arithmetic given, of
 * those that no longer follow, each with what became known since among the facts that the rule looks at (`known`). What was waived is nothing already; taking it back would be a gift. Nothing is changed.
 */
export async function reconcile(
  tx: Tx,
  where: SQL | undefined,
  desired: readonly DesiredEntry[],
  because: About['arithmetic'],
  known: readonly string[],
  now: Instant,
): Promise<void> {
  const { add, fallen } = await compare(tx, where, desired)
  for (const { entry, about } of fallen) {
    if (about.some((row) => row.kind === 'waiver')) continue
    const { arithmetic, evidenceIds } = await changeBehind(tx, entry, known, add)
    await enterAbout(tx, entry, { kind: 'reversal', arithmetic: { ...because, ...arithmetic }, evidenceIds }, now)
  }
  if (add.length === 0) return
  const samples = await samplesOf(
    tx,
    add.map((entry) => entry.caseId),
  )
  const made = await tx
    .insert(consequences)
    .values(
      add.map(({ revision, ...entry }) => ({
        ...entry,
        key: revision,
        recordedAt: now,
        sample: samples.get(entry.caseId),
      })),
    )
    .returning({ key: consequences.key })
  await announce(
    tx,
    made.map((row) => row.key),
    now,
  )
}

/** A key counts its revisions behind a `#`: an entry that was reversed and follows again is a new one. */
const baseOf = (key: string) => key.slice(0, key.lastIndexOf('#'))

async function samplesOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await tx
    .select({ id: cases.id, sample: cases.sample })
    .from(cases)
    .where(inArray(cases.id, [...caseIds]))
  return new Map(rows.map((row) => [row.id, row.sample]))
}
