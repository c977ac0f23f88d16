import { sql } from 'drizzle-orm'
import { facts } from '../schema/case.ts'

/** Of the facts read: whether one stands, since no later one corrects it. */
export const uncorrected = sql<boolean>`not exists (select from fact later where later.corrects_id = ${facts.id})`
