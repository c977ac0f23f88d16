import type { Actions } from '../permissions.ts'

/** Whoever may draft a rulebook may try a draft on the past; so may who approves one (sales, finance: S4-L-12). */
export const backtestActions = {
  'backtest.run': [
    'companyGm',
    'viceGm',
    'centreGm',
    'centreDeputyGm',
    'serviceDirector',
    'serviceSupervisor',
    'hrSpecialist',
    'salesManager',
    'finance',
  ],
} as const satisfies Actions
