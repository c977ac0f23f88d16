import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { project } from './customer.ts'
import { person } from './person.ts'

/** A post at a customer's site, made as the customer needs it, with its duties and permissions. */
export const residentPost = pgTable(
  'resident_post',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    /** What the customer needs the post for. */
    need: text().notNull(),
    duties: jsonb().$type<string[]>().notNull(),
    permissions: jsonb().$type<string[]>().notNull(),
    /** How many people it takes. */
    places: integer().notNull().default(1),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
  },
  (t) => [
    index().on(t.projectId),
    check('resident_post_period', sql`${t.toAt} > ${t.fromAt}`),
    check('resident_post_places', sql`${t.places} between 1 and 99`),
  ],
)

/** Who holds a resident post, from an instant until (not including) another. */
export const residentPostHolder = pgTable(
  'resident_post_holder',
  {
    id: text().primaryKey(),
    postId: text('post_id')
      .notNull()
      .references(() => residentPost.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
  },
  (t) => [
    index().on(t.postId, t.fromAt),
    index().on(t.personId),
    check('resident_post_holder_period', sql`${t.toAt} > ${t.fromAt}`),
  ],
)
