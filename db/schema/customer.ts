import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { person, region } from './person.ts'

/** Whom the department serves. */
export const customer = pgTable('customer', {
  id: text().primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  regionId: text('region_id').references(() => region.id),
  active: boolean().notNull().default(true),
  /** A calendar of the customer's own, which work at their sites goes by; null: the national one. */
  calendar: text(),
  /** The demo or sample run that made this row and takes it away again; null: real. */
  sample: text(),
})

/** Somebody at a customer: name, post, and how to address them (S2-1.4.7). */
export const contact = pgTable(
  'contact',
  {
    id: text().primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customer.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    post: text(),
    address: text(),
    /** Where a link for them is mailed to. */
    email: text(),
    /** Since when they are no longer with the customer: their numbers are nobody's from then on. */
    endedAt: instant('ended_at'),
  },
  (t) => [index().on(t.customerId)],
)

/** A number and whose it is: a person of ours or a customer's contact. One number may belong to several (S2-1.5.7). */
export const phoneNumber = pgTable(
  'phone_number',
  {
    id: text().primaryKey(),
    /** E.164. */
    number: text().notNull(),
    personId: text('person_id').references(() => person.id, { onDelete: 'cascade' }),
    contactId: text('contact_id').references(() => contact.id, { onDelete: 'cascade' }),
  },
  (t) => [
    index().on(t.number),
    index().on(t.personId),
    index().on(t.contactId),
    check('phone_number_owner', sql`num_nonnulls(${t.personId}, ${t.contactId}) = 1`),
  ],
)

/** Work for a customer that policies are bound to. */
export const project = pgTable(
  'project',
  {
    id: text().primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customer.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** Since when it is over. */
    endedAt: instant('ended_at'),
    sample: text(),
  },
  (t) => [index().on(t.customerId)],
)
