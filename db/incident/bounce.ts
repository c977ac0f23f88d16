import { and, eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { rolesOf, standingAcceptances } from '../../rules/incident/mail.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import type { Tx } from '../client.ts'
import { checkClaim } from '../case/keep.ts'
import { lockCase, proceed, settle, writeFact } from '../case/record.ts'
import { reopen } from '../case/reopen.ts'
import { obligationsOf, viewOf, type Obligation } from '../case/view.ts'
import { facts } from '../schema/case.ts'
import { checkActor, incidentOf, type Actor } from './find.ts'

export interface Bounce {
  caseId: string
  /** The fact of the acceptance that came to nothing. */
  acceptedId: string
  /** When it came back. */
  occurredAt: Instant
}

/**
 * A mail that the server had taken came back, so it was not sent: the recipient's row is open again and judged by the
 * clock, unless another mail to the same role stands. An incident that had ended is open again.
 */
export async function recordBounce(
  tx: Tx,
  procedure: Procedure,
  bounce: Bounce & Actor,
  now: Instant,
): Promise<Obligation[]> {
  const { caseId, acceptedId, occurredAt, byId } = bounce
  const held = await lockCase(tx, caseId)
  if (!held) refuse('case.unknown', { field: 'id' })
  checkActor(await incidentOf(tx, caseId), bounce)
  if (held.state === 'withdrawn') refuse('case.closed')
  const [accepted] = await tx
    .select()
    .from(facts)
    .where(and(eq(facts.id, acceptedId), eq(facts.caseId, caseId), eq(facts.kind, 'reportAccepted')))
  if (!accepted) refuse('incident.noDelivery')
  const provisional = checkClaim({ ...held, startedAt: accepted.occurredAt }, occurredAt, now)
  const data = { acceptedId, roles: accepted.data.roles, personId: accepted.data.personId }
  const key = `bounce:${acceptedId}`
  const factId = await writeFact(tx, caseId, { kind: 'reportBounced', occurredAt, byId, provisional, data, key }, now)
  if (!factId) refuse('incident.bouncedAlready')

  const view = await viewOf(tx, held)
  const rows = (await obligationsOf(tx, caseId)).filter(
    (row) => row.promise === 'report' && row.work === 'done' && rolesOf(accepted).includes(row.recipientRole as Role),
  )
  const standing = rows.map((row) => ({ row, other: standingAcceptances(view, row.recipientRole as Role)[0] }))
  const evidence = standing.flatMap(({ row, other }) =>
    other ? [{ obligationId: row.id, work: 'done' as const, occurredAt: other.occurredAt, factId: other.id }] : [],
  )
  if (evidence.length > 0) await settle(tx, caseId, evidence, now)
  const unsent = standing.filter(({ other }) => !other).map(({ row }) => row.id)
  const again = unsent.length > 0 ? await reopen(tx, held, unsent, now) : held
  return again.state === 'open' ? proceed(tx, procedure, again, now) : obligationsOf(tx, caseId)
}
