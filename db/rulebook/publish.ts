import { and, eq, inArray } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import type { Grant } from '../../rules/permissions.ts'
import { policies } from '../../rules/policy/index.ts'
import { settingOf } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import type { Published } from '../../rules/rulebook/owed.ts'
import { rulebookOf } from '../../rules/rulebook/rulebooks.ts'
import { atTime, localDate } from '../../rules/time/local.ts'
import type { Evidence } from '../case/judge.ts'
import { keep, openRows } from '../case/keep.ts'
import { lockCase, proceed, settle, writeFact } from '../case/record.ts'
import { obligationsOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { actFor } from '../person/actFor.ts'
import { resolveRole } from '../person/resolve.ts'
import { addTextVersion, amend, correct, correctText } from '../policy/amend.ts'
import { person } from '../schema/person.ts'
import { policyVersions } from '../schema/policy.ts'
import { rulebookAcknowledgements, rulebookDrafts } from '../schema/rulebook.ts'
import { boundPeople } from './bound.ts'
import { findDraft, type Draft } from './draft.ts'
import { tellPeople } from './tell.ts'

export interface Publication {
  caseId: string
  /** The first day it holds; an erratum holds from the day of what it corrects. */
  effectiveOn?: LocalDate
  byId: string
  grants: readonly Grant[]
}

/**
 * Publishes an approved draft: a version from a date (S4-E-19, S4-L-12: in force once approved and issued), which running
 * cases do not take, or an erratum, which reaches them. Everybody it binds is asked to acknowledge it, and the regional
 * managers to publicise it (S2-T2-3.9-3). Returns the promises, the version, and cases to poke beside this one.
 */
export async function publishDraft(
  tx: Tx,
  procedure: Procedure,
  { caseId, effectiveOn, byId, grants }: Publication,
  now: Instant,
): Promise<{ obligations: Obligation[]; version: number; poke: string[] }> {
  const { found, draft } = await findDraft(tx, caseId)
  const [row] = await openRows(procedure, found, 'publish')
  if (!grants.some(({ role }) => role === row!.bearerRole)) refuse('rulebook.notYourSignature')
  await actFor(tx, grants, [row!.bearerRole as Role])
  const { version, poke, on } = await newVersion(tx, draft, effectiveOn, byId, now)
  const { held } = found
  const roles = settingOf<Role[]>(held.terms, 'rulebook.publicisers')
  const managers = await Promise.all(roles.map((role) => resolveRole(tx, { role, at: now, sample: held.sample })))
  const boundIds = await boundPeople(tx, draft.rulebookId, Math.max(now, atTime(on, '00:00')))
  const managerIds = [...new Set(managers.flatMap(({ personIds }) => personIds))]
  await tx
    .update(rulebookDrafts)
    .set({ version, effectiveOn: on, publishedAt: now })
    .where(eq(rulebookDrafts.caseId, caseId))
  const data: Published = { version, managerIds, boundIds }
  const fact = { kind: 'published', occurredAt: now, byId, data: { ...data } }
  const obligations = await keep(tx, procedure, found, { promise: 'publish', fact }, now)
  const { rulebookId } = draft
  await tellPeople(tx, held, 'rulebook.published', boundIds, { rulebookId, version, factId: String(version) }, now)
  return { obligations, version, poke }
}

async function newVersion(tx: Tx, draft: Draft, effectiveOn: LocalDate | undefined, byId: string, now: Instant) {
  const { rulebookId: policy, values, note: reason, kind } = draft
  const change = { policy, values, reason, byId }
  const computed = policies.some((one) => one.id === policy)
  if (kind === 'erratum') {
    const made = computed ? await correct(tx, change, now) : { version: await correctText(tx, change, now), poke: [] }
    return { ...made, on: localDate(now) }
  }
  if (!effectiveOn) return refuse('rulebook.noDate', { field: 'effectiveOn' })
  // Today means from now on.
  const effectiveFromAt = effectiveOn === localDate(now) ? now : atTime(effectiveOn, '00:00')
  const version = await (computed ? amend : addTextVersion)(tx, { ...change, effectiveFromAt }, now)
  return { version, poke: [], on: effectiveOn }
}

/** A manager has publicised what was published (S2-T2-3.9-3). */
export async function publicise(
  tx: Tx,
  procedure: Procedure,
  { caseId, byId }: { caseId: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const { found } = await findDraft(tx, caseId)
  const fact = { kind: 'publicised', occurredAt: now, byId }
  const settles = (row: Obligation) => row.bearerId === byId
  return keep(tx, procedure, found, { promise: 'publicise', fact, settles }, now)
}

/**
 * Somebody has read a version of a rulebook that binds them. Once: a second time changes nothing. Those who were asked
 * on its publication keep their promise by it; who left meanwhile is no longer waited for. Returns the case to poke.
 */
export async function acknowledge(
  tx: Tx,
  procedure: Procedure,
  { rulebookId, version, byId }: { rulebookId: string; version: number; byId: string },
  now: Instant,
): Promise<{ poke: string[] }> {
  if (!rulebookOf(rulebookId)) refuse('rulebook.unknown', { field: 'id' })
  const [known] = await tx
    .select({ version: policyVersions.version })
    .from(policyVersions)
    .where(
      and(eq(policyVersions.policy, rulebookId), eq(policyVersions.variant, ''), eq(policyVersions.version, version)),
    )
  if (!known) refuse('rulebook.versionUnknown', { field: 'version' })
  const [draft] = await tx
    .select()
    .from(rulebookDrafts)
    .where(and(eq(rulebookDrafts.rulebookId, rulebookId), eq(rulebookDrafts.version, version)))
  const held = draft && (await lockCase(tx, draft.caseId))
  const rows = held ? await obligationsOf(tx, held.id) : []
  const waiting = rows.filter((row) => row.promise === 'acknowledge' && row.work === 'open')
  const asked = rows.some((row) => row.promise === 'acknowledge' && row.bearerId === byId)
  if (!asked && !(await boundPeople(tx, rulebookId, now)).includes(byId)) refuse('rulebook.notBound')
  const made = await tx
    .insert(rulebookAcknowledgements)
    .values({ rulebookId, version, personId: byId, acknowledgedAt: now })
    .onConflictDoNothing()
    .returning()
  if (!held || held.state !== 'open' || made.length === 0) return { poke: [] }
  const factId = (await writeFact(tx, held.id, { kind: 'acknowledged', occurredAt: now, byId }, now))!
  const left = await leftAmong(
    tx,
    waiting.map((row) => row.bearerId!),
  )
  const evidence = waiting.flatMap((row): Evidence[] => {
    const settled = { obligationId: row.id, occurredAt: now, factId }
    if (row.bearerId === byId) return [{ ...settled, work: 'done' }]
    return left.has(row.bearerId!) ? [{ ...settled, work: 'released', reason: 'left' }] : []
  })
  await settle(tx, held.id, evidence, now)
  await proceed(tx, procedure, held, now)
  return { poke: [held.id] }
}

async function leftAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(inArray(person.id, [...ids]), eq(person.active, false)))
  return new Set(rows.map((row) => row.id))
}
