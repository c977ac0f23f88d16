import type { Actions } from '../permissions.ts'
import { leaders } from '../roles.ts'

/** Figures over many cases are for those who lead; of the regions they lead. */
export const figureActions = {
  'figure.read': [...leaders],
} as const satisfies Actions
