import { and, eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { RECORD_KINDS, type PersonRecord, type RecordKind } from '../../rules/record/record.ts'
import { writeFact } from '../case/record.ts'
import type { Tx } from '../client.ts'
import { recomputeRatings } from '../consequence/ratings.ts'
import { facts } from '../schema/case.ts'
import { region } from '../schema/person.ts'
import { personFiles } from '../schema/record.ts'
import { markWindows } from '../window/mark.ts'
import { fileOf } from './file.ts'

export interface NewRecord {
  personId: string
  byId: string
  occurredAt: Instant
  record: PersonRecord
}

/** Writes a fact about a person into their file; their windows follow. Refuses one's own file, and a time to come. */
export async function recordFact(tx: Tx, given: NewRecord, now: Instant): Promise<{ id: string }> {
  const { personId, byId, occurredAt, record } = given
  if (personId === byId) refuse('record.ownMatter')
  if (occurredAt > now) refuse('fact.future', { field: 'occurredAt' })
  await checkRegion(tx, record)
  const file = await fileOf(tx, personId, now)
  const { kind, ...data } = record
  const id = (await writeFact(tx, file.id, { kind, occurredAt, byId, data }, now))!
  await counted(tx, personId, kind, now)
  return { id }
}

/** Refuses a training in a region that there isn't. */
async function checkRegion(tx: Tx, record: PersonRecord): Promise<void> {
  if (record.kind !== 'jointTraining') return
  const [found] = await tx.select({ id: region.id }).from(region).where(eq(region.id, record.regionId))
  if (!found) refuse('region.notFound', { field: 'record.regionId' })
}

/** What counts a record: the ratings a row taken over, the windows anything. */
async function counted(tx: Tx, personId: string, kind: string, now: Instant): Promise<void> {
  if (kind === 'openingFairRow') await recomputeRatings(tx, personId, now)
  else await markWindows(tx, [personId])
}

export interface RecordCorrection {
  factId: string
  byId: string
  reason: string
  /** What it should have said; left out: it should not stand at all. */
  instead?: { occurredAt: Instant; record: PersonRecord }
}

/** Corrects a record or takes it back. The old one stays readable; windows are computed from what stands. */
export async function correctRecord(tx: Tx, given: RecordCorrection, now: Instant): Promise<{ id: string }> {
  const { factId, byId, reason, instead } = given
  const [found] = await tx
    .select({ fact: facts, personId: personFiles.personId })
    .from(facts)
    .innerJoin(personFiles, eq(personFiles.caseId, facts.caseId))
    .where(eq(facts.id, factId))
  if (!found || !RECORD_KINDS.includes(found.fact.kind as RecordKind)) return refuse('record.unknown', { field: 'id' })
  if (found.personId === byId) refuse('record.ownMatter')
  const file = await fileOf(tx, found.personId, now)
  const later = await tx
    .select({ id: facts.id })
    .from(facts)
    .where(and(eq(facts.caseId, file.id), eq(facts.correctsId, factId)))
  if (later.length > 0) refuse('record.correctedAlready')
  if (instead && instead.record.kind !== found.fact.kind) refuse('record.kindChanged', { field: 'record.kind' })
  if (instead && instead.occurredAt > now) refuse('fact.future', { field: 'occurredAt' })
  if (instead) await checkRegion(tx, instead.record)
  const { kind, ...said } = instead?.record ?? { kind: 'recordTakenBack' }
  const data = { ...said, reason }
  const occurredAt = instead?.occurredAt ?? now
  const id = (await writeFact(tx, file.id, { kind, occurredAt, byId, data, correctsId: factId }, now))!
  await counted(tx, found.personId, found.fact.kind, now)
  return { id }
}
