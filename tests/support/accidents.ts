import { and, asc, eq, isNull } from 'drizzle-orm'
import { procedures } from '../../api/procedures.ts'
import { addGround, dropGround } from '../../db/accident/ground.ts'
import { reportAccident } from '../../db/accident/report.ts'
import type { Db } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import { recordFact } from '../../db/record/record.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { person, personRole } from '../../db/schema/person.ts'
import { recommendations } from '../../db/schema/window.ts'
import { recomputeDue } from '../../db/window/recompute.ts'
import { entriesAbout } from '../../db/consequence/enter.ts'
import type { Ground } from '../../rules/accident/grounds.ts'
import { MINUTE, type Instant } from '../../rules/instant.ts'
import type { PersonRecord } from '../../rules/record/record.ts'
import { parseInstant } from '../../rules/time/local.ts'

/** The company's clock, for dates as people write them. */
export const at = (iso: string): Instant => parseInstant(`${iso}+08:00`)

export const COMPLAINT_I: Ground = { kind: 'complaint', level: 'viceGm' }
export const COMPLAINT_II: Ground = { kind: 'complaint', level: 'salesManager' }

/** An engineer of whom nothing is known yet. */
export async function newEngineer(db: Db, superiorId: string): Promise<string> {
  const id = newId()
  await db.insert(person).values({ id, code: id, name: id, kind: 'staff', superiorId })
  await db.insert(personRole).values({ id: newId(), personId: id, role: 'engineer', fromAt: 0 })
  return id
}

/** Records accidents and facts about people on a database, and lets the windows follow. */
export function accidentDesk(db: Db, byId: string) {
  const stated = (ground: Ground, occurredAt: Instant) => ({ ground, source: '客户来电记录', occurredAt })

  const report = async (engineerId: string, ground: Ground, occurredAt: Instant, now = occurredAt + MINUTE) => {
    const given = {
      engineerId,
      byId,
      occurredAt,
      grounds: [stated(ground, occurredAt)],
      description: '母线失压',
      separate: true,
    }
    return (await db.transaction((tx) => reportAccident(tx, procedures.accident, given, now))).caseId
  }
  const climb = (caseId: string, ground: Ground, occurredAt: Instant, now = occurredAt + MINUTE) =>
    db.transaction((tx) => addGround(tx, procedures.accident, { ...stated(ground, occurredAt), caseId, byId }, now))
  const drop = (caseId: string, groundId: string, gmId: string, now: Instant) =>
    db.transaction((tx) =>
      dropGround(tx, procedures.accident, { caseId, groundId, reason: '查无此事', byId: gmId }, now),
    )
  const record = (personId: string, one: PersonRecord, occurredAt: Instant, now = occurredAt + MINUTE) =>
    db.transaction((tx) => recordFact(tx, { personId, byId, occurredAt, record: one }, now))

  /** What the background duty does until nothing is left to do. */
  const follow = async (now: Instant) => {
    for (;;) if ((await recomputeDue(db, procedures.recommendation, now)).people === 0) return
  }

  /** What stands in somebody's ledger, reversed entries left out. */
  const standing = async (personId: string) => {
    const rows = await db
      .select()
      .from(consequences)
      .where(and(eq(consequences.personId, personId), isNull(consequences.aboutId)))
      .orderBy(asc(consequences.occurredAt), asc(consequences.clause))
    const about = await entriesAbout(
      db,
      rows.map((row) => row.id),
    )
    return rows.filter((row) => !about.get(row.id)!.some((one) => one.kind === 'reversal'))
  }
  const net = async (personId: string) =>
    (await db.select().from(consequences).where(eq(consequences.personId, personId))).reduce(
      (sum, row) => sum + row.amountFen,
      0,
    )
  const asked = (personId: string) =>
    db.select().from(recommendations).where(eq(recommendations.personId, personId)).orderBy(recommendations.caseId)

  return { report, climb, drop, record, follow, standing, net, asked }
}
