import { boolean, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { person } from './person.ts'

/**
 * The sign-in library's tables, in its own names and types (it wants `Date`s, so these columns are not `instant()`).
 * What a user may do never stands here: it follows from the person's roles.
 */
const date = () => timestamp({ withTimezone: true, precision: 3 })

export const authUser = pgTable('auth_user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  username: text().notNull().unique(),
  displayUsername: text(),
  personId: text()
    .notNull()
    .references(() => person.id, { onDelete: 'cascade' }),
  createdAt: date().notNull().defaultNow(),
  updatedAt: date().notNull().defaultNow(),
})

const userId = () =>
  text()
    .notNull()
    .references(() => authUser.id, { onDelete: 'cascade' })

export const authSession = pgTable(
  'auth_session',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: userId(),
    expiresAt: date().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: date().notNull().defaultNow(),
    updatedAt: date().notNull().defaultNow(),
  },
  (t) => [index().on(t.userId)],
)

export const authAccount = pgTable(
  'auth_account',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: userId(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: date(),
    refreshTokenExpiresAt: date(),
    scope: text(),
    /** An argon2id hash, never the password. */
    password: text(),
    createdAt: date().notNull().defaultNow(),
    updatedAt: date().notNull().defaultNow(),
  },
  (t) => [index().on(t.userId)],
)

export const authVerification = pgTable(
  'auth_verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: date().notNull(),
    createdAt: date().notNull().defaultNow(),
    updatedAt: date().notNull().defaultNow(),
  },
  (t) => [index().on(t.identifier)],
)

/** Secrets this installation made for itself, so that none has a default. One row per name. */
export const houseSecret = pgTable('house_secret', {
  name: text().primaryKey(),
  value: text().notNull(),
})
