import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { CtiEvent, Leg } from '../../rules/call/telephony.ts'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { line, person } from './person.ts'

/** A telephone system (or another sender of call events) and the hash of the secret it signs in with. */
export const telephonySource = pgTable('telephony_source', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  secretHash: text('secret_hash').notNull(),
  active: boolean().notNull().default(true),
  sample: text(),
})

/** A call as the telephone system tells it: one row per source and call id, summed up from its events. */
export const callLeg = pgTable(
  'call_leg',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    sourceId: text('source_id').notNull(),
    callId: text('call_id').notNull(),
    lineId: text('line_id').references(() => line.id, { onDelete: 'set null' }),
    direction: text().$type<Leg['direction']>().notNull(),
    /** The other party's number, E.164; null: withheld. */
    number: text(),
    startedAt: instant('started_at').notNull(),
    answeredAt: instant('answered_at'),
    endedAt: instant('ended_at'),
    answeredById: text('answered_by_id').references(() => person.id, { onDelete: 'set null' }),
    state: text().$type<Leg['state']>().notNull(),
    caseId: text('case_id').references(() => cases.id),
    sample: text(),
  },
  (t) => [unique('call_leg_call').on(t.sourceId, t.callId), index('call_leg_number').on(t.number, t.answeredAt)],
)

/** One message of a telephone system, once per source, call id and event. */
export const ctiEvent = pgTable(
  'cti_event',
  {
    /** `evidence:<source>:<callId>:<event>` */
    key: text().primaryKey(),
    legId: uuid('leg_id')
      .notNull()
      .references(() => callLeg.id, { onDelete: 'cascade' }),
    event: jsonb().$type<CtiEvent>().notNull(),
    receivedAt: instant('received_at').notNull(),
    /** The sender gave no time, so the time of receipt counts. */
    timedByReceipt: boolean('timed_by_receipt').notNull(),
  },
  (t) => [index('cti_event_leg').on(t.legId)],
)

/** What a call case is about: the caller, who took it, Annex 1 and the person assigned. */
export const calls = pgTable(
  'call',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    lineId: text('line_id').references(() => line.id, { onDelete: 'set null' }),
    number: text(),
    callerKind: text('caller_kind').$type<'customer' | 'staff' | 'unknown'>().notNull(),
    contactId: text('contact_id'),
    posted: text('posted_person_id'),
    takerId: text('taker_id'),
    category: text(),
    /** The fields of Annex 1 (S2-3.1.3). */
    record: jsonb().$type<Record<string, unknown>>(),
    assigneeId: text('assignee_id'),
    /** Somebody outside the register, by name and company. */
    assigneeExternal: text('assignee_external'),
  },
  (t) => [index('call_number').on(t.number)],
)
