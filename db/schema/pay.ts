import { sql } from 'drizzle-orm'
import { check, date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { BonusLine } from '../../rules/pay/ranking.ts'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { region } from './person.ts'

/** The bonus of a half-year: as it was proposed, and as the general manager approved it. */
export const bonuses = pgTable('bonus', {
  caseId: text('case_id')
    .primaryKey()
    .references(() => cases.id),
  /** `2026-H1`. */
  half: text().notNull().unique('bonus_half'),
  /** As proposed; null while it is drafted from the sheets. */
  lines: jsonb().$type<BonusLine[]>(),
  proposedAt: instant('proposed_at'),
  proposedById: text('proposed_by_id'),
  approvedAt: instant('approved_at'),
  approvedById: text('approved_by_id'),
})

/** A travel allowance above the usual one for a region (S0-A-8.2a), as proposed and as decided. */
export const payRates = pgTable(
  'pay_rate',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    regionId: text('region_id')
      .notNull()
      .references(() => region.id),
    /** Fen. */
    perDayFen: integer('per_day_fen').notNull(),
    fromOn: date('from_on').notNull(),
    /** Its last day; null: until further notice. */
    toOn: date('to_on'),
    reason: text().notNull(),
    proposedById: text('proposed_by_id').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    /** approved | declined; null while it waits. */
    outcome: text().$type<'approved' | 'declined'>(),
    note: text(),
    decidedById: text('decided_by_id'),
    decidedAt: instant('decided_at'),
  },
  (t) => [check('pay_rate_period', sql`${t.toOn} >= ${t.fromOn}`)],
)
