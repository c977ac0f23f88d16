import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** One dated version of a rulebook's parameters. `variant` '' is the rulebook itself, others a demo's or a client's. */
export const policyVersions = pgTable(
  'policy_version',
  {
    policy: text().notNull(),
    variant: text().notNull().default(''),
    version: integer().notNull(),
    /** base | amendment (new cases from a date) | erratum (corrects a slip, reaches running cases) */
    kind: text().notNull(),
    effectiveFromAt: instant('effective_from_at').notNull(),
    values: jsonb().$type<Record<string, unknown>>().notNull(),
    reason: text().notNull(),
    byId: text('by_id'),
    recordedAt: instant('recorded_at')
      .notNull()
      .default(sql`now()`),
    sample: text(),
  },
  (t) => [primaryKey({ columns: [t.policy, t.variant, t.version] })],
)

/** Which rulebook holds for whom, per topic, with dates. The most specific scope wins: person, project, customer, company. */
export const policyBindings = pgTable(
  'policy_binding',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    policy: text().notNull(),
    variant: text().notNull().default(''),
    topic: text().notNull(),
    scope: text().notNull(),
    scopeId: text('scope_id'),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
    sample: text(),
  },
  (t) => [index('policy_binding_topic').on(t.topic, t.scope, t.scopeId)],
)
