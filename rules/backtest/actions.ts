import type { Actions } from '../permissions.ts'
import { APPROVING } from '../rulebook/approving.ts'

/** Whoever may draft a rulebook may try any draft on the past; who approves some tries those (S4-L-12), see `mayTry`. */
export const backtestActions = {
  'backtest.run': [...APPROVING],
} as const satisfies Actions
