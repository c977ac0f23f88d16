import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { policies } from '../../rules/policy/index.ts'
import { refuse } from '../../rules/problem.ts'
import { rulebooks } from '../../rules/rulebook/rulebooks.ts'
import type { Db } from '../client.ts'
import { versionAt } from '../policy/terms.ts'
import { cases } from '../schema/case.ts'
import { person } from '../schema/person.ts'
import { policyVersions } from '../schema/policy.ts'
import { rulebookAcknowledgements, rulebookDrafts, rulebookReviews } from '../schema/rulebook.ts'
import { boundPeople } from './bound.ts'
import { countReaders, readingsOf } from './readings.ts'
import { signaturesOf, signedAs, versionBefore } from './versions.ts'

/**
 * Every rulebook: the version in force, since when, when it was last reviewed, how this person stands with it; and, where
 * asked, how many it binds and how many of those have read it.
 */
export async function listRulebooks(db: Db, personId: string, { readers }: { readers: boolean }, now: Instant) {
  const reviews = await db
    .select({ id: rulebookReviews.rulebookId, at: max(rulebookReviews.reviewedAt) })
    .from(rulebookReviews)
    .groupBy(rulebookReviews.rulebookId)
  const reviewedAt = new Map(reviews.map((row) => [row.id, row.at]))
  const readings = await readingsOf(db, personId, now)
  return Promise.all(
    rulebooks.map(async ({ id, title }) => {
      const reading = readings.get(id)
      return {
        id,
        title,
        version: reading?.version ?? null,
        effectiveFromAt: reading?.effectiveFromAt ?? null,
        lastReviewedAt: reviewedAt.get(id) ?? null,
        bound: reading?.bound ?? false,
        waiting: reading?.waiting ?? false,
        acknowledgedAt: reading?.acknowledgedAt ?? null,
        readers: readers && reading ? await countReaders(db, id, reading.made, now) : null,
      }
    }),
  )
}

/** Who has acknowledged a version and who has not: everybody it binds now, and whoever did so before they left. */
export async function acknowledgementsOf(db: Db, id: string, version: number, now: Instant) {
  const bound = new Set(await boundPeople(db, id, now))
  const made = await signedAs(db, id, version)
  const read = await db
    .select()
    .from(rulebookAcknowledgements)
    .where(and(eq(rulebookAcknowledgements.rulebookId, id), eq(rulebookAcknowledgements.version, made)))
  const at = new Map(read.map((row) => [row.personId, row.acknowledgedAt]))
  const ids = [...new Set([...bound, ...at.keys()])]
  if (ids.length === 0) return []
  const people = await db
    .select({ personId: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, ids))
    .orderBy(asc(person.id))
  return people.map((one) => ({
    ...one,
    bound: bound.has(one.personId),
    acknowledgedAt: at.get(one.personId) ?? null,
  }))
}

/** Drafts, the newest first; of one rulebook, or of all. */
export function listDrafts(db: Db, filter: { rulebookId?: string; open?: boolean; after?: string; limit: number }) {
  const { rulebookId, open, after, limit } = filter
  return db
    .select({ draft: rulebookDrafts, state: cases.state, startedAt: cases.startedAt })
    .from(rulebookDrafts)
    .innerJoin(cases, eq(cases.id, rulebookDrafts.caseId))
    .where(
      and(
        rulebookId ? eq(rulebookDrafts.rulebookId, rulebookId) : undefined,
        open ? eq(cases.state, 'open') : undefined,
        after ? sql`${rulebookDrafts.caseId} < ${after}` : undefined,
      ),
    )
    .orderBy(desc(rulebookDrafts.caseId))
    .limit(limit)
}

/** One draft with its signatures. Refuses an unknown one. */
export async function readDraft(db: Db, caseId: string, now: Instant) {
  const [row] = await db
    .select({ draft: rulebookDrafts, state: cases.state, startedAt: cases.startedAt })
    .from(rulebookDrafts)
    .innerJoin(cases, eq(cases.id, rulebookDrafts.caseId))
    .where(eq(rulebookDrafts.caseId, caseId))
  if (!row) return refuse('rulebook.draftUnknown', { field: 'id' })
  return { ...row, before: await valuesBefore(db, row.draft, now), signatures: await signaturesOf(db, caseId) }
}

/** What the numbers that a draft changes were before it: before it held, or now while it doesn't. */
async function valuesBefore(db: Db, { rulebookId, version, values }: typeof rulebookDrafts.$inferSelect, now: Instant) {
  const [own] =
    version === null
      ? []
      : await db
          .select()
          .from(policyVersions)
          .where(
            and(
              eq(policyVersions.policy, rulebookId),
              eq(policyVersions.variant, ''),
              eq(policyVersions.version, version),
            ),
          )
  const before = own ? await versionBefore(db, own) : await versionAt(db, rulebookId, '', now)
  const parameters = policies.find((policy) => policy.id === rulebookId)?.parameters ?? {}
  return Object.fromEntries(
    Object.keys(values).map((key) => [
      key,
      before && key in before.values ? before.values[key] : parameters[key]?.value,
    ]),
  )
}
