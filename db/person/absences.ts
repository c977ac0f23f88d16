import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Side } from '../../rules/sample/sample.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { ofSide } from '../sample/side.ts'
import { absence, type AbsenceKind } from '../schema/person.ts'
import { checkLeave } from '../watch/leave.ts'

export interface AbsenceInput {
  personId: string
  kind: AbsenceKind
  fromAt: Instant
  /** Left out: until further notice. */
  toAt?: Instant | null
}

/**
 * Says that somebody is away. @throws Refusal `absence.tooLong` for personal leave beyond the cap, and by the shell, where
 * the person doesn't exist
 */
export async function declareAbsence(tx: Tx, input: AbsenceInput, now: Instant) {
  const [row] = await tx
    .insert(absence)
    .values({ id: newId(), ...input })
    .returning()
  await checkLeave(tx, row!, now)
  return row!
}

/** Says when an absence ends, or (null) that it goes on. @throws Refusal `absence.notFound`, `absence.tooLong` */
export async function endAbsence(tx: Tx, id: string, toAt: Instant | null, now: Instant) {
  const [row] = await tx.update(absence).set({ toAt }).where(eq(absence.id, id)).returning()
  if (!row) return refuse('absence.notFound')
  await checkLeave(tx, row, now)
  return row
}

/** Absences that touch the time from `fromAt` until `toAt`; one more than the limit. */
export async function listAbsences(
  db: Db,
  filter: { personId?: string; fromAt?: Instant; toAt?: Instant; after?: string; limit: number; side: Side },
) {
  const { personId, fromAt, toAt, after, limit, side } = filter
  return db
    .select()
    .from(absence)
    .where(
      and(
        ofSide(absence.personId, side),
        after ? gt(absence.id, after) : undefined,
        personId ? eq(absence.personId, personId) : undefined,
        fromAt === undefined ? undefined : or(isNull(absence.toAt), gt(absence.toAt, fromAt)),
        toAt === undefined ? undefined : lt(absence.fromAt, toAt),
      ),
    )
    .orderBy(asc(absence.id))
    .limit(limit + 1)
}
