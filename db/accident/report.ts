import { and, eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { classify, type Ground } from '../../rules/accident/grounds.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { checkClaim } from '../case/keep.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Tx } from '../client.ts'
import { hadRole } from '../person/grantsAt.ts'
import { regionsOn } from '../person/regionsOn.ts'
import { termsFor } from '../policy/terms.ts'
import { accidents } from '../schema/accident.ts'
import { cases } from '../schema/case.ts'
import { person } from '../schema/person.ts'
import { enterFines } from './ledger.ts'
import { supervisorAt } from './people.ts'
import { refuseSameFact } from './sameFact.ts'

/** A ground with when it arose: when the complaint got there, when the site stood still. */
export interface StatedGround {
  ground: Ground
  /** What it is known from: the letter, the call, the log. */
  source: string
  occurredAt: Instant
}

export interface NewAccident {
  engineerId: string
  byId: string
  occurredAt: Instant
  grounds: readonly StatedGround[]
  description: string
  /** The task, call or incident in which it came up. */
  sourceCaseId?: string
  /** It is another fact than the accident that is on record from about that time. */
  separate?: boolean
}

/**
 * Records a service accident with its grounds, which give it its class (S0-A-5.1a, S0-A-5.2a) and its fines at once.
 * Refuses what is no accident by any ground, people who were no engineers then, times to come, and what is
 * on record already unless it is said to be another fact.
 */
export async function reportAccident(
  tx: Tx,
  procedure: Procedure,
  given: NewAccident,
  now: Instant,
): Promise<{ caseId: string }> {
  const { engineerId, byId, occurredAt, grounds, description, sourceCaseId, separate = false } = given
  const [engineer] = await tx.select().from(person).where(eq(person.id, engineerId)).for('no key update')
  if (!engineer) return refuse('person.notFound', { field: 'engineerId' })
  const then = { fromAt: occurredAt, throughAt: occurredAt }
  if (!(await hadRole(tx, engineerId, 'engineer', then))) refuse('accident.notAnEngineer', { field: 'engineerId' })
  const source = await sourceOf(tx, sourceCaseId)
  const terms = await termsFor(tx, { topic: 'discipline', at: occurredAt, personId: engineerId })
  if (occurredAt > now) refuse('fact.future', { field: 'occurredAt' })
  const found = classify(
    grounds.map((one) => one.ground),
    terms,
  )
  if (found === null) refuse('accident.noClass', { field: 'grounds', clause: 'S0-A-5.1a' })
  if (!separate) await refuseSameFact(tx, { engineerId, occurredAt, sourceCaseId, terms })
  // Where they worked then: that region's supervisor pays, wherever somebody moved since.
  const regions = (await regionsOn(tx, [engineerId], occurredAt)).get(engineerId) ?? []
  const regionId = source?.regionId ?? (regions.length === 1 ? regions[0]! : null)
  const { sample } = engineer
  const about = { startedAt: occurredAt, customerId: source?.customerId, projectId: source?.projectId }
  const held = await openCase(tx, { kind: 'accident', terms, regionId, sample, ...about })
  const supervisorId = await supervisorAt(tx, occurredAt, regionId, sample)
  await tx
    .insert(accidents)
    .values({ caseId: held.id, engineerId, supervisorId, occurredAt, class: found.class, description, sourceCaseId })
  const reported = { kind: 'reported', occurredAt, knownAt: now, byId, data: { engineerId, supervisorId } }
  await writeFact(tx, held.id, reported, now)
  for (const stated of grounds) {
    const provisional = checkClaim(held, stated.occurredAt, now)
    await writeFact(tx, held.id, groundFact(stated, byId, provisional, now), now)
  }
  await enterFines(tx, held, now)
  await proceed(tx, procedure, held, now)
  return { caseId: held.id }
}

/** The fact of a ground: who classified the accident by it, and from what. "At once" counts from when it is known. */
export function groundFact(
  { ground, source, occurredAt }: StatedGround,
  byId: string,
  provisional: boolean,
  now: Instant,
) {
  return { kind: 'ground', occurredAt, knownAt: now, byId, provisional, data: { ground, source } }
}

async function sourceOf(tx: Tx, caseId: string | undefined) {
  if (caseId === undefined) return undefined
  const [found] = await tx
    .select({ regionId: cases.regionId, customerId: cases.customerId, projectId: cases.projectId })
    .from(cases)
    .where(and(eq(cases.id, caseId)))
  return found ?? refuse('case.unknown', { field: 'sourceCaseId' })
}
