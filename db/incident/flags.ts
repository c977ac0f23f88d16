import { eq } from 'drizzle-orm'
import { all, type Procedure } from '../../rules/case.ts'
import { flagsKnownAt, INCIDENT_FLAGS, type IncidentFlag } from '../../rules/incident/incident.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { checkClaim, findOpen } from '../case/keep.ts'
import { open, rowOf } from '../case/owe.ts'
import { proceed, settle, writeFact } from '../case/record.ts'
import { obligationsOf, viewOf, type Obligation } from '../case/view.ts'
import { incidents } from '../schema/incident.ts'
import { findIncident, type Actor } from './find.ts'
import { postsSeenBy } from './posts.ts'

export interface FlagChange {
  caseId: string
  flags: readonly IncidentFlag[]
  /** When it became known. */
  occurredAt: Instant
}

/**
 * More became known of an incident. A mass State Grid fault owes the deputy GM a word from then on (S2-3.2.2.8), borne by
 * whoever learnt it; a call to the deputy GM since then has told it already.
 */
export async function learnFlags(
  tx: Tx,
  procedure: Procedure,
  change: FlagChange & Actor,
  now: Instant,
): Promise<Obligation[]> {
  const { caseId, occurredAt, byId } = change
  const { held } = await findIncident(tx, caseId, change)
  const provisional = checkClaim(held, occurredAt, now)
  const before = flagsKnownAt(await viewOf(tx, held), now)
  const flags = INCIDENT_FLAGS.filter((flag) => change.flags.includes(flag) && !before.includes(flag))
  if (flags.length === 0) refuse('incident.flagsHeld', { field: 'flags' })
  const data = { flags, ...(await postsSeenBy(tx, held, byId, occurredAt)) }
  await writeFact(tx, caseId, { kind: 'learned', occurredAt, knownAt: occurredAt, byId, provisional, data }, now)
  await keepFlags(tx, caseId, [...before, ...flags])
  const view = await viewOf(tx, held)
  const owed = flags.includes('massStateGrid') ? procedure.owed('massFault', view) : []
  await open(
    tx,
    owed.map((one) => rowOf(held, 'massFault', one, view, now)),
  )
  const rows = (await obligationsOf(tx, caseId)).filter((row) => row.promise === 'massFault' && row.work === 'open')
  const told = rows.flatMap((row) => {
    const call = all(view, 'phoned').find(
      (fact) => fact.data.role === row.recipientRole && fact.occurredAt >= row.anchorAt,
    )
    return call ? [{ obligationId: row.id, work: 'done' as const, occurredAt: call.occurredAt, factId: call.id }] : []
  })
  if (told.length > 0) await settle(tx, caseId, told, now)
  return proceed(tx, procedure, held, now)
}

/**
 * The incident turns out smaller than it was taken for: these flags no longer hold. What was owed on what was known
 * stays owed. Refuses taking back what does not hold, and all of it (that is a withdrawal).
 */
export async function downgrade(
  tx: Tx,
  procedure: Procedure,
  change: FlagChange & { reason: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const { caseId, flags, occurredAt, byId, reason } = change
  const { held } = await findOpen(tx, 'incident', caseId)
  const provisional = checkClaim(held, occurredAt, now)
  const before = flagsKnownAt(await viewOf(tx, held), now)
  if (flags.some((flag) => !before.includes(flag))) refuse('incident.flagsHeld', { field: 'flags' })
  const left = before.filter((flag) => !flags.includes(flag))
  if (left.length === 0) refuse('incident.flagsNone', { field: 'flags' })
  await writeFact(tx, caseId, { kind: 'downgraded', occurredAt, byId, provisional, data: { flags, reason } }, now)
  await keepFlags(tx, caseId, left)
  return proceed(tx, procedure, held, now)
}

async function keepFlags(tx: Tx, caseId: string, flags: readonly IncidentFlag[]): Promise<void> {
  const inOrder = INCIDENT_FLAGS.filter((flag) => flags.includes(flag))
  await tx.update(incidents).set({ flags: inOrder }).where(eq(incidents.caseId, caseId))
}
