import { asc, eq, inArray } from 'drizzle-orm'
import { judgeRepair, type JudgedRepair, type Repair, type Sign } from '../../rules/equipment/repair.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Db, Tx } from '../client.ts'
import { termsOverTime } from '../policy/termsOverTime.ts'
import { faultReport } from '../schema/equipment.ts'
import { equipmentRepair, repairNote } from '../schema/repair.ts'

type Note = typeof repairNote.$inferSelect

/** A repair as it stands: with its warranty, what was heard since, and what was put right about it, oldest first. */
export interface StandingRepair extends JudgedRepair {
  notes: Note[]
  /** False once it was taken back: it counts nowhere, and is no sign of another's failure. */
  stands: boolean
}

/**
 * Judges repairs by all that is known of their things by now: fault reports, other repairs, what people put right. Derived
 * anew whenever it is asked for, so a record that comes late or is corrected changes it at once (S1-4.4.1).
 */
export async function judgeRepairs(
  db: Db | Tx,
  repairs: readonly Repair[],
  now: Instant,
): Promise<Map<string, StandingRepair>> {
  if (repairs.length === 0) return new Map()
  const things = [...new Set(repairs.map(({ equipmentId }) => equipmentId))]
  const [notes, done, reports, termsAt] = await Promise.all([
    notesOn(db, things),
    db.select().from(equipmentRepair).where(inArray(equipmentRepair.equipmentId, things)),
    db.select().from(faultReport).where(inArray(faultReport.equipmentId, things)),
    termsOverTime(
      db,
      'watch',
      repairs.map(({ repairedAt }) => repairedAt),
    ),
  ])
  const takenBack = new Set(notes.flatMap(({ kind, repairId }) => (kind === 'takenBack' ? [repairId] : [])))
  const signs = new Map<string, Sign[]>(things.map((id) => [id, []]))
  const add = (sign: Omit<Sign, 'repairId'> & { repairId?: string }) =>
    signs.get(sign.equipmentId)!.push({ repairId: null, ...sign })
  for (const { id, equipmentId, reportedAt, caseId } of reports)
    add({ id, kind: 'report', equipmentId, at: reportedAt, caseId })
  for (const { id, equipmentId, repairedAt, caseId } of done)
    if (!takenBack.has(id)) add({ id, kind: 'repair', equipmentId, at: repairedAt, caseId })
  for (const { id, kind, equipmentId, repairId, failedAt } of notes)
    if (kind === 'stated') add({ id, kind, equipmentId, at: failedAt!, caseId: null, repairId })
  return new Map(
    repairs.map((repair) => {
      const own = notes.filter(({ repairId }) => repairId === repair.id)
      const known = signs.get(repair.equipmentId)!
      const judged = judgeRepair(repair, known, setAside(own), termsAt(repair.repairedAt), now)
      return [repair.id, { ...judged, notes: own, stands: !takenBack.has(repair.id) }]
    }),
  )
}

/** The repairs of these things that stand. */
export async function standingRepairsOf(
  db: Db | Tx,
  things: readonly string[],
  now: Instant,
): Promise<StandingRepair[]> {
  const rows = await db
    .select()
    .from(equipmentRepair)
    .where(inArray(equipmentRepair.equipmentId, [...things]))
  return [...(await judgeRepairs(db, rows, now)).values()].filter(({ stands }) => stands)
}

/** What was put right about the repairs of these things, oldest first. */
async function notesOn(db: Db | Tx, things: readonly string[]) {
  const rows = await db
    .select({ note: repairNote, equipmentId: equipmentRepair.equipmentId })
    .from(repairNote)
    .innerJoin(equipmentRepair, eq(equipmentRepair.id, repairNote.repairId))
    .where(inArray(equipmentRepair.equipmentId, [...things]))
    .orderBy(asc(repairNote.recordedAt), asc(repairNote.id))
  return rows.map(({ note, equipmentId }) => ({ ...note, equipmentId }))
}

/** The signs that the last word of somebody is to set aside. */
function setAside(notes: readonly Note[]): Set<string> {
  const aside = new Set<string>()
  for (const { kind, signId } of notes) {
    if (kind === 'setAside') aside.add(signId!)
    if (kind === 'restored') aside.delete(signId!)
  }
  return aside
}
