import { and, asc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { normaliseNumber } from '../../rules/person/phoneNumber.ts'
import { refuse } from '../../rules/problem.ts'
import type { Side } from '../../rules/sample/sample.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { onSide } from '../sample/side.ts'
import { dutyRoster, line, outage } from '../schema/person.ts'

export interface LineInput {
  number: string
  kind: 'hotline' | 'direct'
  department: string
  personId?: string | null
  sample?: string | null
}

/** Enters a telephone line of ours. @throws Refusal `input.phoneNumber` */
export async function createLine(tx: Tx, input: LineInput) {
  const number = normaliseNumber(input.number) ?? refuse('input.phoneNumber', { field: 'number' })
  const [row] = await tx
    .insert(line)
    .values({ id: newId(), ...input, number })
    .returning()
  return row!
}

/** Changes what is given; a line that is no longer ours is ended. @throws Refusal `line.notFound`, `input.phoneNumber` */
export async function editLine(tx: Tx, id: string, change: Partial<LineInput> & { endedAt?: Instant | null }) {
  const number = change.number && (normaliseNumber(change.number) ?? refuse('input.phoneNumber', { field: 'number' }))
  const [row] = await tx
    .update(line)
    .set({ ...change, ...(number && { number }) })
    .where(eq(line.id, id))
    .returning()
  return row ?? refuse('line.notFound')
}

export const listLines = (db: Db, side: Side) =>
  db.select().from(line).where(onSide(line.sample, side)).orderBy(asc(line.id))

const linesOf = (db: Db, side: Side) => db.select({ id: line.id }).from(line).where(onSide(line.sample, side))

export interface Period {
  lineId?: string
  fromAt?: Instant
  toAt?: Instant
  after?: string
  limit: number
  side: Side
}

export interface DutyInput {
  lineId: string
  personId: string
  fromAt: Instant
  toAt: Instant
}

/** Puts a person on a line's roster. */
export async function assignDuty(tx: Tx, input: DutyInput) {
  const [row] = await tx
    .insert(dutyRoster)
    .values({ id: newId(), ...input })
    .returning()
  return row!
}

/** Says when a duty ends. @throws Refusal `duty.notFound` */
export async function endDuty(tx: Tx, id: string, toAt: Instant) {
  const [row] = await tx.update(dutyRoster).set({ toAt }).where(eq(dutyRoster.id, id)).returning()
  return row ?? refuse('duty.notFound')
}

/** Takes a duty that has not begun off the roster; who was on duty stays written. @throws Refusal `duty.notFound`, `duty.begun` */
export async function removeDuty(tx: Tx, id: string, now: Instant): Promise<void> {
  const [row] = await tx.select().from(dutyRoster).where(eq(dutyRoster.id, id)).for('update')
  if (!row) return refuse('duty.notFound')
  if (row.fromAt <= now) refuse('duty.begun')
  await tx.delete(dutyRoster).where(eq(dutyRoster.id, id))
}

/** The roster between two instants; one more than the limit. */
export function listDuty(db: Db, { lineId, fromAt, toAt, after, limit, side }: Period) {
  return db
    .select()
    .from(dutyRoster)
    .where(
      and(
        inArray(dutyRoster.lineId, linesOf(db, side)),
        after ? gt(dutyRoster.id, after) : undefined,
        lineId ? eq(dutyRoster.lineId, lineId) : undefined,
        fromAt === undefined ? undefined : gt(dutyRoster.toAt, fromAt),
        toAt === undefined ? undefined : lt(dutyRoster.fromAt, toAt),
      ),
    )
    .orderBy(asc(dutyRoster.id))
    .limit(limit + 1)
}

export interface OutageInput {
  lineId: string
  fromAt: Instant
  toAt?: Instant | null
  declaredAt: Instant
  declaredBy: string | null
}

/** Declares that a line did not work from an instant on. */
export async function declareOutage(tx: Tx, input: OutageInput) {
  const [row] = await tx
    .insert(outage)
    .values({ id: newId(), ...input })
    .returning()
  return row!
}

/** Declares that a line works again. @throws Refusal `outage.notFound` */
export async function endOutage(tx: Tx, id: string, toAt: Instant) {
  const [row] = await tx.update(outage).set({ toAt }).where(eq(outage.id, id)).returning()
  return row ?? refuse('outage.notFound')
}

/** Outages that touch the time between two instants; one more than the limit. */
export function listOutages(db: Db, { lineId, fromAt, toAt, after, limit, side }: Period) {
  return db
    .select()
    .from(outage)
    .where(
      and(
        inArray(outage.lineId, linesOf(db, side)),
        after ? gt(outage.id, after) : undefined,
        lineId ? eq(outage.lineId, lineId) : undefined,
        fromAt === undefined ? undefined : or(isNull(outage.toAt), gt(outage.toAt, fromAt)),
        toAt === undefined ? undefined : lt(outage.fromAt, toAt),
      ),
    )
    .orderBy(asc(outage.id))
    .limit(limit + 1)
}
