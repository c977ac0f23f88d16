import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Side } from '../../rules/sample/sample.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { ofSide } from '../sample/side.ts'
import { absence, type AbsenceKind } from '../schema/person.ts'

export interface AbsenceInput {
  personId: string
  kind: AbsenceKind
  fromAt: Instant
  /** Left out: until further notice. */
  toAt?: Instant | null
}

/** Says that somebody is away. @throws Refusal by the shell, where the person doesn't exist */
export async function declareAbsence(tx: Tx, input: AbsenceInput) {
  const [row] = await tx
    .insert(absence)
    .values({ id: newId(), ...input })
    .returning()
  return row!
}

/** Says when an absence ends, or (null) that it goes on. @throws Refusal `absence.notFound` */
export async function endAbsence(tx: Tx, id: string, toAt: Instant | null) {
  const [row] = await tx.update(absence).set({ toAt }).where(eq(absence.id, id)).returning()
  return row ?? refuse('absence.notFound')
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
