import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import { findOpen, keep } from '../case/keep.ts'
import type { Case } from '../case/lock.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { roleHoldsAt } from '../person/grantsAt.ts'
import { notify } from '../notification/notify.ts'
import { accidents } from '../schema/accident.ts'
import { person, heldRole } from '../schema/person.ts'

export interface AccidentAct {
  caseId: string
  byId: string
  occurredAt: Instant
}

/** A step that the supervisor leads, by the promise it keeps and the fact it writes. */
const LED = {
  mobilise: 'mobilised',
  fallback: 'fallbackProposed',
  resolve: 'resolved',
  review: 'reviewed',
} as const
export type LedStep = keyof typeof LED

/** Mobilising (S0-A-5.1b), the other solution and its success (S0-A-6.2a), the joint review (S0-A-6.2b). */
export async function lead(
  tx: Tx,
  procedure: Procedure,
  step: LedStep,
  { note, ...act }: AccidentAct & { note: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findLed(tx, act)
  const { occurredAt, byId } = act
  return keep(tx, procedure, found, { promise: step, fact: { kind: LED[step], occurredAt, byId, data: { note } } }, now)
}

/** People were organised and tried to solve it; where that failed, another solution is owed at once (S0-A-6.2a). */
export async function attempt(
  tx: Tx,
  procedure: Procedure,
  { note, solved, ...act }: AccidentAct & { note: string; solved: boolean },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findLed(tx, act)
  const { occurredAt, byId } = act
  const fact = { kind: 'attempted', occurredAt, byId, data: { note, solved } }
  return keep(tx, procedure, found, { promise: 'solve', fact }, now)
}

/** The engineer's reflection (S0-A-5.1c, S0-A-5.2b). */
export async function reflect(
  tx: Tx,
  procedure: Procedure,
  { text, caseId, occurredAt, byId }: AccidentAct & { text: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'accident', caseId)
  const fact = { kind: 'reflected', occurredAt, byId, data: { text } }
  return keep(tx, procedure, found, { promise: 'reflect', fact, settles: (row) => row.bearerId === byId }, now)
}

/** The bulletin goes to all service staff, now (S0-A-6.2b); what counts is when it went out. */
export async function sendBulletin(
  tx: Tx,
  procedure: Procedure,
  { title, body, caseId, byId }: Omit<AccidentAct, 'occurredAt'> & { title: string; body: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findLed(tx, { caseId, byId })
  const fact = { kind: 'bulletinSent', occurredAt: now, byId, data: { title, body } }
  const rows = await keep(tx, procedure, found, { promise: 'bulletin', fact }, now)
  const [accident] = await tx.select().from(accidents).where(eq(accidents.caseId, caseId))
  const staff = await serviceStaff(tx, found.held, now)
  await notify(
    tx,
    staff.map((personId) => ({
      key: `accident.bulletin:${caseId}`,
      personId,
      template: 'accident.bulletin' as const,
      params: { class: accident!.class, occurredAt: accident!.occurredAt },
      caseId,
    })),
    now,
  )
  return rows
}

/** Who serves customers: the roles that a bulletin is for. */
export const SERVICE_STAFF = [
  'serviceDirector',
  'serviceSupervisor',
  'technicalServiceManager',
  'technicalSupportManager',
  'regionalManager',
  'officeDirector',
  'provincialSupervisor',
  'engineer',
  'technicalSupportEngineer',
  'callTaker',
] as const satisfies readonly Role[]

async function serviceStaff(tx: Tx, { sample }: Case, at: Instant): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ personId: heldRole.personId })
    .from(heldRole)
    .innerJoin(person, and(eq(person.id, heldRole.personId), eq(person.active, true)))
    .where(
      and(
        inArray(heldRole.role, [...SERVICE_STAFF]),
        roleHoldsAt(at),
        sql`${person.sample} is not distinct from ${sample}`,
      ),
    )
  return rows.map((row) => row.personId)
}

/** Locks an open accident for who leads its handling. Refuses the engineer whose accident it is. */
async function findLed(tx: Tx, { caseId, byId }: Pick<AccidentAct, 'caseId' | 'byId'>) {
  const found = await findOpen(tx, 'accident', caseId)
  const [accident] = await tx.select().from(accidents).where(eq(accidents.caseId, caseId))
  if (accident!.engineerId === byId) refuse('accident.ownMatter')
  return found
}
