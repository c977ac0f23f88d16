import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { ResponsibilityForm } from '../../rules/serviceTask/form.ts'
import type { Grade } from '../../rules/serviceTask/ratings.ts'
import { instant } from '../columns.ts'
import { attachment } from './attachment.ts'
import { cases, facts } from './case.ts'
import { customer } from './customer.ts'
import { person } from './person.ts'

/** What a service task is about: the entries of its notice (S0-A-3.1a), who has it, and its responsibility form. */
export const serviceTasks = pgTable(
  'service_task',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    issuerId: text('issuer_id')
      .notNull()
      .references(() => person.id),
    customerId: text('customer_id')
      .notNull()
      .references(() => customer.id),
    contactName: text('contact_name').notNull(),
    contactDetails: text('contact_details').notNull(),
    requirement: text().notNull(),
    siteSituation: text('site_situation').notNull(),
    product: text(),
    engineerId: text('engineer_id').references(() => person.id),
    form: jsonb().$type<ResponsibilityForm>().notNull().default({}),
  },
  (t) => [index('service_task_engineer').on(t.engineerId), index('service_task_customer').on(t.customerId)],
)

/** One customer's verdict on one task: three scores with the signature, or a signature that is missing or forged. */
export const serviceRatings = pgTable(
  'service_rating',
  {
    factId: uuid('fact_id')
      .primaryKey()
      .references(() => facts.id),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    engineerId: text('engineer_id')
      .notNull()
      .references(() => person.id),
    signedAt: instant('signed_at').notNull(),
    attitude: text().$type<Grade>(),
    skill: text().$type<Grade>(),
    result: text().$type<Grade>(),
    /** The signature as the customer drew it, a data URL: where it was taken before signatures were files. */
    signature: text(),
    /** The signature as the customer drew it: a file of the case. */
    signatureFileId: text('signature_file_id').references(() => attachment.id),
    /** Another one took its place: corrected, or found to be forged. */
    superseded: boolean().notNull().default(false),
  },
  (t) => [
    index('service_rating_engineer').on(t.engineerId, t.signedAt),
    check('service_rating_whole', sql`num_nulls(${t.attitude}, ${t.skill}, ${t.result}) in (0, 3)`),
  ],
)
