import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { lockCases } from '../case/lock.ts'
import { proceed, settle, writeFact } from '../case/record.ts'
import { obligationsOf, type Obligation } from '../case/view.ts'
import { incidents } from '../schema/incident.ts'
import { incidentOf } from './find.ts'

export interface Merging {
  caseId: string
  /** The report of the same incident that stays. */
  intoId: string
  byId: string
}

/**
 * Two reports are of one incident. Both first knowers keep their duties to phone and to report, each on their own clock;
 * the incident is tracked once, in the one that stays. Returns the promises of the one that was merged.
 */
export async function mergeIncident(
  tx: Tx,
  procedure: Procedure,
  { caseId, intoId, byId }: Merging,
  now: Instant,
): Promise<Obligation[]> {
  if (caseId === intoId) refuse('incident.mergeSelf', { field: 'intoId' })
  const held = await lockCases(tx, [caseId, intoId])
  const from =
    held.find((one) => one.id === caseId && one.kind === 'incident') ?? refuse('case.unknown', { field: 'id' })
  const into = held.find((one) => one.id === intoId && one.kind === 'incident' && one.sample === from.sample)
  if (!into) refuse('case.unknown', { field: 'intoId' })
  if (from.state === 'withdrawn' || into.state !== 'open') refuse('case.closed')
  for (const id of [caseId, intoId])
    if ((await incidentOf(tx, id)).mergedIntoId)
      refuse('incident.mergedAlready', { field: id === intoId ? 'intoId' : 'id' })

  const factId = await writeFact(tx, caseId, { kind: 'merged', occurredAt: now, byId, data: { intoId } }, now)
  await writeFact(tx, intoId, { kind: 'mergedFrom', occurredAt: now, byId, data: { fromId: caseId } }, now)
  await tx.update(incidents).set({ mergedIntoId: intoId }).where(eq(incidents.caseId, caseId))
  // What had been merged into the one that goes is tracked in the one that stays.
  await tx.update(incidents).set({ mergedIntoId: intoId }).where(eq(incidents.mergedIntoId, caseId))
  const tracking = (await obligationsOf(tx, caseId)).filter((row) => row.promise === 'track' && row.work === 'open')
  await settle(
    tx,
    caseId,
    tracking.map((row) => ({
      obligationId: row.id,
      work: 'elsewhere' as const,
      occurredAt: now,
      factId,
      reason: 'merged',
    })),
    now,
  )
  return from.state === 'open' ? proceed(tx, procedure, from, now) : obligationsOf(tx, caseId)
}
