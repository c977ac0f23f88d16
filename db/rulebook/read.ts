import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { policies } from '../../rules/policy/index.ts'
import { refuse } from '../../rules/problem.ts'
import { rulebookOf, rulebooks, type Rulebook } from '../../rules/rulebook/rulebooks.ts'
import type { Db } from '../client.ts'
import { versionAt } from '../policy/terms.ts'
import { cases, facts } from '../schema/case.ts'
import { person } from '../schema/person.ts'
import { policyVersions } from '../schema/policy.ts'
import { rulebookAcknowledgements, rulebookDrafts, rulebookReviews } from '../schema/rulebook.ts'
import { boundPeople } from './bound.ts'

/** A rulebook of that id. Refuses any other. */
export function knownRulebook(id: string): Rulebook {
  return rulebookOf(id) ?? refuse('rulebook.unknown', { field: 'id' })
}

/** Every rulebook: the version in force, since when, when it was last reviewed, what this person still has to acknowledge. */
export async function listRulebooks(db: Db, personId: string, now: Instant) {
  const reviews = await db
    .select({ id: rulebookReviews.rulebookId, at: max(rulebookReviews.reviewedAt) })
    .from(rulebookReviews)
    .groupBy(rulebookReviews.rulebookId)
  const read = await db.select().from(rulebookAcknowledgements).where(eq(rulebookAcknowledgements.personId, personId))
  const reviewedAt = new Map(reviews.map((row) => [row.id, row.at]))
  return Promise.all(
    rulebooks.map(async ({ id, title }) => {
      const inForce = await versionAt(db, id, '', now)
      const acknowledged = read.find((row) => row.rulebookId === id && row.version === inForce?.version)
      return {
        id,
        title,
        version: inForce?.version ?? null,
        effectiveFromAt: inForce?.effectiveFromAt ?? null,
        lastReviewedAt: reviewedAt.get(id) ?? null,
        acknowledgedAt: acknowledged?.acknowledgedAt ?? null,
      }
    }),
  )
}

/**
 * One version as it stood and will always stand: all its values (a number that the version doesn't name is the
 * rulebook's own), what changed in words, who signed it and when (S2-T0-2).
 */
export async function readVersion(db: Db, id: string, version: number) {
  const { title } = knownRulebook(id)
  const [row] = await db
    .select()
    .from(policyVersions)
    .where(and(eq(policyVersions.policy, id), eq(policyVersions.variant, ''), eq(policyVersions.version, version)))
  if (!row) return refuse('rulebook.versionUnknown', { field: 'version' })
  const [draft] = await db
    .select()
    .from(rulebookDrafts)
    .where(and(eq(rulebookDrafts.rulebookId, id), eq(rulebookDrafts.version, version)))
  const parameters = policies.find((policy) => policy.id === id)?.parameters ?? {}
  return {
    id,
    title,
    version,
    kind: row.kind,
    effectiveFromAt: row.effectiveFromAt,
    recordedAt: row.recordedAt,
    note: row.reason,
    reference: draft?.reference ?? null,
    parameters: Object.entries(parameters).map(([key, { clause, label, unit, value }]) => ({
      key,
      clause,
      label,
      unit,
      value: key in row.values ? row.values[key] : value,
    })),
    signatures: draft ? await signaturesOf(db, draft.caseId) : [],
  }
}

const SIGNING = ['submitted', 'reviewed', 'approved', 'published'] as const

/** The signatures that a draft bears now: those given since it was last sent back. */
async function signaturesOf(db: Db, caseId: string) {
  const rows = await db
    .select({ id: facts.id, kind: facts.kind, byId: facts.byId, at: facts.occurredAt, data: facts.data })
    .from(facts)
    .where(and(eq(facts.caseId, caseId), inArray(facts.kind, [...SIGNING, 'sentBack'])))
    .orderBy(asc(facts.id))
  const since = rows.slice(rows.findLastIndex((row) => row.kind === 'sentBack') + 1)
  return since.map(({ kind, byId, at, data }) => ({ kind, byId, at, role: (data.role as string | undefined) ?? null }))
}

/** Who has acknowledged a version and who has not: everybody it binds now, and whoever did so before they left. */
export async function acknowledgementsOf(db: Db, id: string, version: number, now: Instant) {
  const bound = new Set(await boundPeople(db, id, now))
  const read = await db
    .select()
    .from(rulebookAcknowledgements)
    .where(and(eq(rulebookAcknowledgements.rulebookId, id), eq(rulebookAcknowledgements.version, version)))
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
export async function readDraft(db: Db, caseId: string) {
  const [row] = await db
    .select({ draft: rulebookDrafts, state: cases.state, startedAt: cases.startedAt })
    .from(rulebookDrafts)
    .innerJoin(cases, eq(cases.id, rulebookDrafts.caseId))
    .where(eq(rulebookDrafts.caseId, caseId))
  if (!row) return refuse('rulebook.draftUnknown', { field: 'id' })
  return { ...row, signatures: await signaturesOf(db, caseId) }
}
