import { and, count, eq, inArray } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { versionsInForce, type InForce } from '../../rules/rulebook/inForce.ts'
import type { Db } from '../client.ts'
import { obligations } from '../schema/case.ts'
import { policyVersions } from '../schema/policy.ts'
import { rulebookAcknowledgements, rulebookDrafts } from '../schema/rulebook.ts'
import { boundPeople, rulebooksBinding } from './bound.ts'

/** How somebody stands with a rulebook in force. */
interface Reading extends InForce {
  bound: boolean
  acknowledgedAt: Instant | null
  /** It binds them, they have not acknowledged it, and no promise of its publication asks them to. */
  waiting: boolean
}

/**
 * How somebody stands with every rulebook in force. First versions come with the house and no publication asks for them,
 * so that they wait is read from what is missing, whenever somebody comes to be bound.
 */
export async function readingsOf(db: Db, personId: string, now: Instant): Promise<Map<string, Reading>> {
  const { policy, version, kind, effectiveFromAt } = policyVersions
  const versions = await db
    .select({ policy, version, kind, effectiveFromAt })
    .from(policyVersions)
    .where(eq(policyVersions.variant, ''))
  const read = await db.select().from(rulebookAcknowledgements).where(eq(rulebookAcknowledgements.personId, personId))
  const bound = await rulebooksBinding(db, personId, now)
  const asked = await askedOf(db, personId)
  const readings = [...versionsInForce(versions, now)].map(([id, inForce]) => {
    const own = read.find((row) => row.rulebookId === id && row.version === inForce.made)
    const reading = { ...inForce, bound: bound.has(id), acknowledgedAt: own?.acknowledgedAt ?? null }
    const isAsked = asked.some((one) => one.rulebookId === id && one.version === inForce.made)
    return [id, { ...reading, waiting: reading.bound && !own && !isAsked }] as const
  })
  return new Map(readings)
}

/** How many rulebooks in force wait for somebody's acknowledgement without a promise of its own. */
export async function countUnread(db: Db, personId: string, now: Instant): Promise<number> {
  return [...(await readingsOf(db, personId, now)).values()].filter(({ waiting }) => waiting).length
}

/** How many people a rulebook binds, and how many of them have acknowledged a version of it. */
export async function countReaders(db: Db, rulebookId: string, version: number, now: Instant) {
  const bound = await boundPeople(db, rulebookId, now)
  const [row] = await db
    .select({ n: count() })
    .from(rulebookAcknowledgements)
    .where(
      and(
        eq(rulebookAcknowledgements.rulebookId, rulebookId),
        eq(rulebookAcknowledgements.version, version),
        inArray(rulebookAcknowledgements.personId, bound),
      ),
    )
  return { bound: bound.length, acknowledged: row!.n }
}

/** The versions that promises ask somebody to acknowledge. */
function askedOf(db: Db, personId: string) {
  return db
    .select({ rulebookId: rulebookDrafts.rulebookId, version: rulebookDrafts.version })
    .from(obligations)
    .innerJoin(rulebookDrafts, eq(rulebookDrafts.caseId, obligations.caseId))
    .where(
      and(eq(obligations.bearerId, personId), eq(obligations.promise, 'acknowledge'), eq(obligations.work, 'open')),
    )
}
