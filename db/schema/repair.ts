import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { REPAIR_NOTES } from '../../rules/equipment/repair.ts'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { equipment } from './equipment.ts'
import { person } from './person.ts'

/** One thing was repaired. Never changed: what turns out otherwise is a note on it. */
export const equipmentRepair = pgTable(
  'equipment_repair',
  {
    id: text().primaryKey(),
    equipmentId: text('equipment_id')
      .notNull()
      .references(() => equipment.id),
    engineerId: text('engineer_id')
      .notNull()
      .references(() => person.id),
    repairedAt: instant('repaired_at').notNull(),
    /** The call or service task that it came from. */
    caseId: text('case_id').references(() => cases.id),
    /** What was done. */
    work: text().notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => person.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [index().on(t.equipmentId, t.repairedAt), index().on(t.engineerId), index().on(t.repairedAt, t.id)],
)

/** Somebody put a repair right, with the reason. Whether it failed again is derived from the signs and from these. */
export const repairNote = pgTable(
  'repair_note',
  {
    id: text().primaryKey(),
    repairId: text('repair_id')
      .notNull()
      .references(() => equipmentRepair.id),
    kind: text({ enum: REPAIR_NOTES }).notNull(),
    /** Of a failure stated: when the thing failed. */
    failedAt: instant('failed_at'),
    /** Of a sign set aside or restored: which report, repair or stated failure. */
    signId: text('sign_id'),
    reason: text().notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => person.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    index().on(t.repairId),
    check('repair_note_failed', sql`(${t.kind} = 'stated') = (${t.failedAt} is not null)`),
    check('repair_note_sign', sql`(${t.kind} in ('setAside', 'restored')) = (${t.signId} is not null)`),
  ],
)
