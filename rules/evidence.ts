import type { Instant } from './instant.ts'
import { numberOf, type Terms } from './policy/parameter.ts'
import { RECORD_KINDS } from './record/record.ts'

/** Facts that hold more than a time and an act, so that their noun corrects them by a verb of its own. */
export const CORRECTED_APART: ReadonlySet<string> = new Set([
  'rated',
  'reported',
  'ground',
  'recordTakenBack',
  'entryHandedOver',
  'assessed',
  'measureProposed',
  'measureDecided',
  'conductRecorded',
  'attendanceRecorded',
  'contractReport',
  ...RECORD_KINDS,
])

/** Cases that nobody takes back as a whole: a fine or a decision hangs on them, and their noun has a way of its own. */
export const WITHDRAWN_APART: ReadonlySet<string> = new Set([
  'accident',
  'assessment',
  'bonus',
  'evaluation',
  'measure',
  'payRate',
  'recommendation',
  'rulebook',
])

/**
 * Whether a claimed time is so much older than its receipt that it is provisional until somebody confirms it or another
 * record corroborates it (house rule).
 */
export function isOldClaim(terms: Terms, occurredAt: Instant, receivedAt: Instant): boolean {
  return receivedAt - occurredAt > numberOf(terms, 'evidence.provisionalAfter')
}

/** The fact by which somebody who leads confirms a claimed time; its data name the claim. */
export const CLAIM_CONFIRMED = 'claimConfirmed'
