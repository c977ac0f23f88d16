import { and, asc, desc, eq, inArray, lt, or } from 'drizzle-orm'
import { policies } from '../../rules/policy/index.ts'
import { refuse } from '../../rules/problem.ts'
import { datesOf } from '../../rules/rulebook/dated.ts'
import { madeAs } from '../../rules/rulebook/inForce.ts'
import type { Db } from '../client.ts'
import { facts } from '../schema/case.ts'
import { policyVersions } from '../schema/policy.ts'
import { rulebookDrafts } from '../schema/rulebook.ts'
import { knownRulebook } from './known.ts'

/**
 * One version as it stood and will always stand: all its values (a number that the version doesn't name is the
 * rulebook's own) with their dates, what changed in words, who signed it and when (S2-T0-2), and the version that held before it.
 */
export async function readVersion(db: Db, id: string, version: number) {
  const { title } = knownRulebook(id)
  const all = await db
    .select()
    .from(policyVersions)
    .where(and(eq(policyVersions.policy, id), eq(policyVersions.variant, '')))
  const row = all.find((one) => one.version === version)
  if (!row) return refuse('rulebook.versionUnknown', { field: 'version' })
  const draft = await draftOf(db, id, version)
  const before = await versionBefore(db, row)
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
    before: before?.version ?? null,
    parameters: Object.entries(parameters).map(([key, { clause, label, unit, value }]) => ({
      key,
      clause,
      label,
      unit,
      value: key in row.values ? row.values[key] : value,
      ...datesOf(all, version, key, value),
    })),
    signatures: draft ? await signaturesOf(db, draft.caseId) : [],
  }
}

/** What held just before a version did: of those that took effect earlier, or with it under a lower number, the newest. */
export async function versionBefore(
  db: Db,
  { policy, variant, version, effectiveFromAt: at }: typeof policyVersions.$inferSelect,
) {
  const { effectiveFromAt } = policyVersions
  const [row] = await db
    .select({ version: policyVersions.version, values: policyVersions.values })
    .from(policyVersions)
    .where(
      and(
        eq(policyVersions.policy, policy),
        eq(policyVersions.variant, variant),
        or(lt(effectiveFromAt, at), and(eq(effectiveFromAt, at), lt(policyVersions.version, version))),
      ),
    )
    .orderBy(desc(effectiveFromAt), desc(policyVersions.version))
    .limit(1)
  return row
}

/** The draft that a version came from; one that was merged came from the draft that made it necessary, right before it. */
async function draftOf(db: Db, id: string, version: number) {
  const made = await signedAs(db, id, version)
  const [draft] = await db
    .select()
    .from(rulebookDrafts)
    .where(and(eq(rulebookDrafts.rulebookId, id), eq(rulebookDrafts.version, made)))
  return draft
}

/** The number under which people signed and read what a version says. */
export async function signedAs(db: Db, id: string, version: number): Promise<number> {
  const rows = await db
    .select({ version: policyVersions.version, kind: policyVersions.kind })
    .from(policyVersions)
    .where(and(eq(policyVersions.policy, id), eq(policyVersions.variant, '')))
  return madeAs(rows, version)
}

/** A rulebook's versions, the oldest first, as its list of revisions wants them (S2-T0-2): date, filing number, who signed. */
export async function versionsOf(db: Db, id: string) {
  knownRulebook(id)
  const rows = await db
    .select()
    .from(policyVersions)
    .where(eq(policyVersions.policy, id))
    .orderBy(asc(policyVersions.variant), asc(policyVersions.version))
  return Promise.all(
    rows.map(async ({ variant, version, kind, effectiveFromAt, recordedAt, reason: note }) => {
      const draft = variant === '' ? await draftOf(db, id, version) : undefined
      const signatures = draft ? await signaturesOf(db, draft.caseId) : []
      const by = (step: string) => signatures.flatMap((one) => (one.kind === step && one.byId ? [one.byId] : []))
      const signed = { draftedBy: by('submitted'), reviewedBy: by('reviewed'), approvedBy: by('approved') }
      const reference = draft?.reference ?? null
      return { variant, version, kind, effectiveFromAt, recordedAt, note, reference, ...signed }
    }),
  )
}

const SIGNING = ['submitted', 'reviewed', 'approved', 'published'] as const

/** The signatures that a draft bears now: those given since it was last sent back. */
export async function signaturesOf(db: Db, caseId: string) {
  const rows = await db
    .select({ id: facts.id, kind: facts.kind, byId: facts.byId, at: facts.occurredAt, data: facts.data })
    .from(facts)
    .where(and(eq(facts.caseId, caseId), inArray(facts.kind, [...SIGNING, 'sentBack'])))
    .orderBy(asc(facts.id))
  const since = rows.slice(rows.findLastIndex((row) => row.kind === 'sentBack') + 1)
  return since.map(({ kind, byId, at, data }) => ({ kind, byId, at, role: (data.role as string | undefined) ?? null }))
}
