import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { customer, project } from './customer.ts'

/** A thing of ours that stands at a customer: what is looked at when its label is scanned. */
export const equipment = pgTable(
  'equipment',
  {
    id: text().primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customer.id, { onDelete: 'cascade' }),
    projectId: text('project_id').references(() => project.id, { onDelete: 'set null' }),
    /** The product, in the words in which skills and service notices name it. */
    product: text().notNull(),
    serialNumber: text('serial_number').notNull(),
    /** Where it stands, as people on site call the place. */
    place: text(),
    commissionedOn: date('commissioned_on', { mode: 'string' }),
    /** The last day of the warranty. */
    warrantyUntilOn: date('warranty_until_on', { mode: 'string' }),
    active: boolean().notNull().default(true),
    /**
     * What the QR code on its label says, 256 random bits. It opens a form to report a fault of this one thing and
     * shows nothing of the customer's; it stands here as it stands on the label, so that a label can be printed again.
     */
    labelToken: text('label_token').notNull().unique(),
  },
  (t) => [
    unique('equipment_serial').on(t.customerId, t.product, t.serialNumber),
    check('equipment_period', sql`${t.warrantyUntilOn} >= ${t.commissionedOn}`),
    index().on(t.customerId),
  ],
)

/**
 * A fault that somebody at the customer reported by the label. `id` is of the reporter's device: one report, one row.
 * Several reports of one fault belong to one case.
 */
export const faultReport = pgTable(
  'fault_report',
  {
    id: text().primaryKey(),
    equipmentId: text('equipment_id')
      .notNull()
      .references(() => equipment.id, { onDelete: 'cascade' }),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    reportedAt: instant('reported_at').notNull(),
    name: text().notNull(),
    /** E.164. */
    number: text().notNull(),
    fault: text().notNull(),
  },
  (t) => [index().on(t.equipmentId, t.reportedAt), index().on(t.caseId)],
)
