import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import type { Stake, Step } from '../../rules/obligation/obligation.ts'

/** A run of one procedure: a call, an incident, a service task, a staff change. Its id is the Temporal workflow's id. */
export const cases = pgTable(
  'case',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    /** open → ended | withdrawn; a reopened case is open again. */
    state: text().notNull().default('open'),
    /** How often it was reopened; a reopened case may start a workflow of an id that ended normally. */
    reopened: integer().notNull().default(0),
    /** Going back a step begins the next round: rows of earlier rounds are superseded and the story is read anew. */
    round: integer().notNull().default(1),
    parentId: text('parent_id'),
    customerId: text('customer_id'),
    projectId: text('project_id'),
    regionId: text('region_id'),
    terms: jsonb().$type<Terms>().notNull(),
    startedAt: instant('started_at').notNull(),
    recordedAt: instant('recorded_at')
      .notNull()
      .default(sql`now()`),
    endedAt: instant('ended_at'),
    /** The earliest alarm of its open promises; the sweep's index and the pump's next sleep. */
    nextAlarmAt: instant('next_alarm_at'),
    /** The alarm that the workflow was last told to wait for. A poke is sent only when the next one is earlier. */
    armedAt: instant('armed_at'),
    /** Names the sample or demo run that made it, to be thrown away whole; null in real life. */
    sample: text(),
  },
  (t) => [
    index('case_alarm')
      .on(t.nextAlarmAt)
      .where(sql`state = 'open' and next_alarm_at is not null`),
    index('case_kind_state').on(t.kind, t.state, t.id),
    index('case_parent')
      .on(t.parentId)
      .where(sql`parent_id is not null`),
    index('case_customer').on(t.customerId, t.startedAt),
  ],
)

/** Something that happened, with the four instants that matter. Never changed; a correction is a fact that names it. */
export const facts = pgTable(
  'fact',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text().notNull(),
    occurredAt: instant('occurred_at').notNull(),
    /** When the person it concerns came to know; the incident's hour runs from here. */
    knownAt: instant('known_at'),
    recordedAt: instant('recorded_at').notNull(),
    receivedAt: instant('received_at')
      .notNull()
      .default(sql`now()`),
    byId: text('by_id'),
    /** In whose role `byId` acted, where that was lent to them for a time; the transaction says so, see `actFor`. */
    forId: text('for_id').default(sql`nullif(current_setting('shouyue.acting_for', true), '')`),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** A claimed time much older than its receipt counts as provisional until confirmed or corroborated. */
    provisional: boolean().notNull().default(false),
    correctsId: uuid('corrects_id'),
    /** Business key: the same evidence twice is one fact. */
    key: text().unique('fact_key'),
  },
  (t) => [index('fact_case').on(t.caseId, t.occurredAt)],
)

/** One promise: a row per clause, bearer and round. `work` is what people did, `verdict` what the evidence says. */
export const obligations = pgTable(
  'obligation',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    promise: text().notNull(),
    clause: text().notNull(),
    policy: text().notNull(),
    policyVersion: integer('policy_version').notNull(),
    round: integer().notNull(),
    parentId: uuid('parent_id'),
    /** Null with role `unit`: nobody was on duty, so the gap is the unit's, no person's. */
    bearerId: text('bearer_id'),
    bearerRole: text('bearer_role'),
    recipientId: text('recipient_id'),
    recipientRole: text('recipient_role'),
    dueKind: text('due_kind').notNull(),
    /** The due time of `by`, the target of `prompt`, the floor of `notBefore`. */
    dueAt: instant('due_at'),
    /** The first instant that is late; null where nothing can be. */
    lateFromAt: instant('late_from_at'),
    /** The due time reaches into a calendar year that isn't published yet. */
    dueProvisional: boolean('due_provisional').notNull().default(false),
    anchorAt: instant('anchor_at').notNull(),
    answerableFromAt: instant('answerable_from_at').notNull(),
    openedAt: instant('opened_at').notNull(),
    work: text().notNull().default('open'),
    verdict: text().notNull().default('pending'),
    /** When the act happened that settled it (occurredAt of the evidence). */
    settledAt: instant('settled_at'),
    evidenceId: uuid('evidence_id'),
    /** Why it was released or excused; a code, not a text. */
    reason: text(),
    /** Counts changes of due time and corrected evidence; part of every key, so a new due time can be missed anew. */
    dueRev: integer('due_rev').notNull().default(0),
    steps: jsonb().$type<Step[]>().notNull().default([]),
    /** Steps before or at this instant have been dealt with. */
    steppedAt: instant('stepped_at'),
    nextAlarmAt: instant('next_alarm_at'),
    stake: jsonb().$type<Stake>(),
  },
  (t) => [
    uniqueIndex('obligation_one')
      .on(
        t.caseId,
        t.promise,
        t.clause,
        t.round,
        sql`coalesce(bearer_id, bearer_role, '')`,
        sql`coalesce(recipient_id, recipient_role, '')`,
      )
      .where(sql`reason is distinct from 'reassigned'`),
    index('obligation_case').on(t.caseId),
    index('obligation_bearer')
      .on(t.bearerId, t.dueAt)
      .where(sql`work = 'open'`),
    index('obligation_role')
      .on(t.bearerRole, t.dueAt)
      .where(sql`work = 'open' and bearer_id is null`),
    index('obligation_due')
      .on(t.dueAt)
      .where(sql`work = 'open'`),
  ],
)

/** A step of a ladder that was taken, once: the key holds the obligation, its due revision and the step. */
export const escalations = pgTable(
  'escalation',
  {
    key: text().primaryKey(),
    obligationId: uuid('obligation_id')
      .notNull()
      .references(() => obligations.id),
    caseId: text('case_id').notNull(),
    step: text().notNull(),
    audience: text().notNull(),
    plannedAt: instant('planned_at').notNull(),
    firedAt: instant('fired_at').notNull(),
    /** `fired`, or `folded`: several were overdue at once and one alert stands for them all. */
    state: text().notNull(),
    /** timer | sweep | person */
    by: text().notNull(),
    recipientIds: jsonb('recipient_ids').$type<string[]>().notNull().default([]),
    /** Who was passed over and why. */
    skipped: jsonb().$type<{ personId: string; reason: string }[]>().notNull().default([]),
  },
  (t) => [index('escalation_case').on(t.caseId)],
)

/** Cases whose workflow must be poked; emptied right after the commit, kept while Temporal is away. */
export const pokes = pgTable('poke', {
  caseId: text('case_id').primaryKey(),
  rev: integer().notNull().default(1),
  requestedAt: instant('requested_at')
    .notNull()
    .default(sql`now()`),
  attempts: integer().notNull().default(0),
  nextAttemptAt: instant('next_attempt_at')
    .notNull()
    .default(sql`now()`),
})
