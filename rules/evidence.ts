import type { Instant } from './instant.ts'
import { numberOf, type Terms } from './policy/parameter.ts'

/**
 * Whether a claimed time is so much older than its receipt that it is provisional until somebody confirms it or another
 * record corroborates it (house rule).
 */
export function isOldClaim(terms: Terms, occurredAt: Instant, receivedAt: Instant): boolean {
  return receivedAt - occurredAt > numberOf(terms, 'evidence.provisionalAfter')
}
