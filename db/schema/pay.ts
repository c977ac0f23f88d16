import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { BonusLine, RankedLine } from '../../rules/pay/ranking.ts'
import type { CitedVersion } from '../../rules/policy/corrected.ts'
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

/**
 * Append-only: a place in an approved bonus taken back and entered anew, since the half-year's past changed or an erratum
 * reached it. The difference is paid with the month it was recorded in.
 */
export const bonusChanges = pgTable(
  'bonus_change',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    caseId: text('case_id')
      .notNull()
      .references(() => bonuses.caseId),
    /** Counts the times this bonus was ranked anew, from 1. */
    revision: integer().notNull(),
    personId: text('person_id').notNull(),
    before: jsonb().$type<RankedLine>(),
    after: jsonb().$type<RankedLine>(),
    /** The difference, in fen. */
    amountFen: integer('amount_fen').notNull(),
    /** The errata that it goes back to; null: the half-year's past changed. */
    errata: jsonb().$type<CitedVersion[]>(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    unique('bonus_change_once').on(t.caseId, t.revision, t.personId),
    index('bonus_change_recorded').on(t.recordedAt),
  ],
)

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
