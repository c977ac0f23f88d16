import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { LinkAnswer, LinkPurpose } from '../../rules/customerLink/link.ts'
import { instant } from '../columns.ts'
import { cases, facts } from './case.ts'
import { person } from './person.ts'

/** A link by which a customer does one thing about one case without signing in. Who holds it is the customer. */
export const customerLinks = pgTable(
  'customer_link',
  {
    id: text().primaryKey(),
    /** SHA-256 of the token, in hex. The token itself stands nowhere but in the link. */
    tokenHash: text('token_hash').notNull().unique(),
    purpose: text().$type<LinkPurpose>().notNull(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    madeById: text('made_by_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    madeAt: instant('made_at').notNull(),
    /** The mailbox it was sent to; null: handed over in another way. */
    sentTo: text('sent_to'),
    /** Where the house is reached, as the letter says it; null: not mailed. */
    mailBase: text('mail_base'),
    mailAttempts: integer('mail_attempts').notNull().default(0),
    /** When the letter is to be tried next; null: not mailed, sent, or given up. */
    mailDueAt: instant('mail_due_at'),
    mailedAt: instant('mailed_at'),
    /** Set when the letter was given up. */
    mailFailedAt: instant('mail_failed_at'),
    /** Why the last attempt failed: a code, never a server's words. */
    mailError: text('mail_error'),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    usedAt: instant('used_at'),
    /** What the customer did with it, and with which kind of device. */
    answer: jsonb().$type<LinkAnswer>(),
    device: text(),
    factId: uuid('fact_id').references(() => facts.id, { onDelete: 'cascade' }),
  },
  (t) => [
    index('customer_link_case').on(t.caseId, t.purpose),
    index('customer_link_mail')
      .on(t.mailDueAt)
      .where(sql`${t.mailDueAt} is not null`),
    check('customer_link_used', sql`(${t.usedAt} is null) = (${t.answer} is null)`),
  ],
)

/**
 * Further tokens of a link: each attempt to mail it makes one of its own, since none is kept to be sent again. One letter
 * that came twice opens the same link by either.
 */
export const customerLinkKeys = pgTable(
  'customer_link_key',
  {
    /** SHA-256 of the token, in hex. */
    tokenHash: text('token_hash').primaryKey(),
    linkId: text('link_id')
      .notNull()
      .references(() => customerLinks.id, { onDelete: 'cascade' }),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [index().on(t.linkId)],
)
