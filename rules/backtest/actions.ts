import type { Actions } from '../permissions.ts'

/** Whoever may draft a rulebook may try the draft on the past. */
export const backtestActions = {
  'backtest.run': [
    'companyGm',
    'viceGm',
    'centreGm',
    'centreDeputyGm',
    'serviceDirector',
    'serviceSupervisor',
    'hrSpecialist',
  ],
} as const satisfies Actions
