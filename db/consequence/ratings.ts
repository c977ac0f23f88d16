import { and, eq, inArray, isNull, like, sql } from 'drizzle-orm'
import { difference } from '../../rules/consequence/desired.ts'
import type { Instant } from '../../rules/instant.ts'
import { ASPECTS, ratingEntries, type Aspect, type Evaluation, type Grade } from '../../rules/serviceTask/ratings.ts'
import type { Tx } from '../client.ts'
import { cases } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { serviceRatings } from '../schema/serviceTask.ts'
import { announce } from './announce.ts'
import { enterAbout, entriesAbout } from './enter.ts'

/**
 * Makes the ledger say what an engineer's ratings as they are known now call for: entries it lacks, and reversals of
 * those that no longer follow (a rating that arrived late or was corrected moves the row of fair ones). Call it after
 * every change of the engineer's ratings; two at once for one engineer wait for each other. The case is locked before.
 */
export async function recomputeRatings(tx: Tx, engineerId: string, now: Instant): Promise<void> {
  await tx.execute(sql`select 1 from person where id = ${engineerId} for no key update`)
  const desired = ratingEntries(await evaluationsOf(tx, engineerId))
  const entered = await tx
    .select()
    .from(consequences)
    .where(and(eq(consequences.personId, engineerId), isNull(consequences.aboutId), like(consequences.key, 'rating:%')))
  const about = await entriesAbout(
    tx,
    entered.map((entry) => entry.id),
  )
  const reversed = (id: string) => about.get(id)!.some((row) => row.kind === 'reversal')
  const standing = entered.filter((entry) => !reversed(entry.id))
  const { add, reverse } = difference(
    standing.map((entry) => ({ id: entry.id, key: baseOf(entry.key) })),
    desired,
  )
  for (const { id } of reverse) {
    const entry = standing.find((one) => one.id === id)!
    // What was waived is nothing already; taking it back would be a gift.
    if (about.get(id)!.some((row) => row.kind === 'waiver')) continue
    await enterAbout(tx, entry, { kind: 'reversal', arithmetic: { rule: 'rating' } }, now)
  }
  if (add.length === 0) return
  const samples = await samplesOf(
    tx,
    add.map((entry) => entry.caseId),
  )
  const made = await tx
    .insert(consequences)
    .values(
      add.map((entry) => {
        const times = entered.filter((one) => baseOf(one.key) === entry.key).length
        const key = `${entry.key}#${times}`
        return { ...entry, key, kind: 'fine', personId: engineerId, recordedAt: now, sample: samples.get(entry.caseId) }
      }),
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

async function evaluationsOf(tx: Tx, engineerId: string): Promise<Evaluation[]> {
  const rows = await tx
    .select({ rating: serviceRatings, terms: cases.terms })
    .from(serviceRatings)
    .innerJoin(cases, eq(cases.id, serviceRatings.caseId))
    .where(and(eq(serviceRatings.engineerId, engineerId), eq(serviceRatings.superseded, false)))
  return rows.map(({ rating, terms }) => ({
    id: rating.factId,
    caseId: rating.caseId,
    signedAt: rating.signedAt,
    terms,
    scores:
      rating.attitude === null
        ? null
        : (Object.fromEntries(ASPECTS.map((aspect) => [aspect, rating[aspect]])) as Record<Aspect, Grade>),
  }))
}

async function samplesOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await tx
    .select({ id: cases.id, sample: cases.sample })
    .from(cases)
    .where(inArray(cases.id, [...caseIds]))
  return new Map(rows.map((row) => [row.id, row.sample]))
}
