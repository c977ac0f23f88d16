import { isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import { refuse } from '../problem.ts'
import type { Text } from '../text.ts'

/** How a proposed special rate ended. */
export const payRateOutcomes: Readonly<Record<string, Text>> = {
  approved: { zh: '批准', en: 'Approved' },
  declined: { zh: '未批准', en: 'Declined' },
}

/**
 * Checks a proposed rate for a special region: above the usual travel allowance, which has to be set first, since the
 * clause speaks of raising it (S0-A-8.2a). Fen per day.
 */
export function checkRate(terms: Terms, perDayFen: number): void {
  const clause = 'S0-A-8.2a'
  if (isBlank(terms, 'pay.travelPerDay'))
    refuse('pay.blank', { field: 'perDayFen', clause, params: { missing: 'pay.travelPerDay' } })
  const usual = numberOf(terms, 'pay.travelPerDay')
  if (perDayFen <= usual)
    refuse('pay.notHigher', { field: 'perDayFen', clause, params: { usual: (usual / 100).toFixed(2) } })
}
