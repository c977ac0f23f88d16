import type { Instant } from '../../rules/instant.ts'
import { costOf, countsConduct, type ConductItemId } from '../../rules/conduct/items.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { attachTo } from '../attachment/attach.ts'
import { lockCase, writeFact } from '../case/record.ts'
import type { Tx } from '../client.ts'
import { announce } from '../consequence/announce.ts'
import { enterAbout, entryById } from '../consequence/enter.ts'
import { personTerms } from '../evaluation/terms.ts'
import { fileOf } from '../record/file.ts'
import { consequences } from '../schema/consequence.ts'

/** Who records something about somebody, and how far. */
export interface Recorder {
  byId: string
  scope: Scope
}

export interface ConductEvent {
  personId: string
  item: ConductItemId
  occurredAt: Instant
  /** Of lateness or early departure. */
  minutes?: number
  note: string
  attachmentIds?: readonly string[]
}

/** The file of a person whom somebody records something about. Refuses oneself, a time to come, and other regions. */
export async function fileToRecordIn(
  tx: Tx,
  { personId, occurredAt, byId, scope }: Recorder & { personId: string; occurredAt: Instant },
  now: Instant,
) {
  if (personId === byId) refuse('conduct.ownMatter', { field: 'personId' })
  if (occurredAt > now) refuse('fact.future', { field: 'occurredAt' })
  const file = await fileOf(tx, personId, now)
  if (!within(scope, file.regionId)) refuse('caller.outOfRegion', { field: 'personId' })
  return file
}

/**
 * Records conduct that costs points (S4-Q-p4a to S4-Q-p12), each event by itself: a provisional entry of the ledger that
 * the person may answer. The note and the files bear it out. Refuses somebody whom no such rulebook binds.
 */
export async function recordConduct(tx: Tx, given: ConductEvent & Recorder, now: Instant): Promise<{ id: string }> {
  const { personId, item, occurredAt, minutes, note, attachmentIds = [], byId } = given
  const file = await fileToRecordIn(tx, given, now)
  const terms = await personTerms(tx, 'conduct', personId, occurredAt)
  if (!countsConduct(terms)) refuse('conduct.notBound', { field: 'personId' })
  const cost = costOf(terms, item, minutes)
  await attachTo(tx, { caseId: file.id, ids: attachmentIds, byId, field: 'attachmentIds' })
  const data = { item: cost.item, minutes, note, attachmentIds: [...attachmentIds] }
  const factId = (await writeFact(tx, file.id, { kind: 'conductRecorded', occurredAt, byId, data }, now))!
  const key = `conduct:${factId}`
  const [made] = await tx
    .insert(consequences)
    .values({
      key,
      kind: 'points',
      personId,
      caseId: file.id,
      ...cost.cited,
      occurredAt,
      recordedAt: now,
      byId,
      arithmetic: { rule: 'conduct', item: cost.cited.clause, points: cost.points, minutes },
      evidenceIds: [factId],
      sample: file.sample,
    })
    .returning({ id: consequences.id })
  await announce(tx, [key], now)
  return { id: made!.id }
}

/** Takes points back that were entered by mistake: a reversal, so that both stay readable. Never one's own. */
export async function takeConductBack(
  tx: Tx,
  { id, reason, byId, scope }: Recorder & { id: string; reason: string },
  now: Instant,
): Promise<void> {
  const known = await entryById(tx, id)
  if (known?.entry.kind !== 'points' || known.entry.aboutId !== null) return refuse('conduct.unknown', { field: 'id' })
  if (known.entry.personId === byId) refuse('conduct.ownMatter')
  const file = (await lockCase(tx, known.entry.caseId))!
  if (!within(scope, file.regionId)) refuse('conduct.unknown', { field: 'id' })
  const { about } = (await entryById(tx, id))!
  if (about.some(({ kind }) => kind === 'reversal' || kind === 'waiver')) refuse('consequence.settled')
  const fact = { kind: 'conductTakenBack', occurredAt: now, byId, data: { consequenceId: id, reason } }
  const factId = (await writeFact(tx, file.id, fact, now))!
  const arithmetic = { rule: 'conductTakenBack' }
  await enterAbout(tx, known.entry, { kind: 'reversal', arithmetic, byId, evidenceIds: [factId] }, now)
}
