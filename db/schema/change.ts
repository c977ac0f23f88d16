import { sql } from 'drizzle-orm'
import { customType, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** The id of a transaction, which never wraps. */
const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' })

/**
 * What changed, for pages that are open: one row per transaction and case, and one per transaction and person who got a
 * notice. Written by triggers (`db/live/triggers.ts`), so that no verb can forget it; kept for a day.
 */
export const changes = pgTable(
  'change',
  {
    xid: xid8()
      .notNull()
      .default(sql`pg_current_xact_id()`),
    /** Empty where a notice changed. */
    caseId: text('case_id').notNull().default(''),
    /** Whose notices; empty where a case changed. */
    personId: text('person_id').notNull().default(''),
    changedAt: instant('changed_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.xid, t.caseId, t.personId] }), index('change_at').on(t.changedAt)],
)
