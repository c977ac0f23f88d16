import type { bonuses, payRates } from '../schema/pay.ts'

type Bonus = Pick<typeof bonuses.$inferSelect, 'proposedById' | 'lines'>

/** Whether a half-year's bonus is somebody's own matter: they proposed it, or stand on it. */
export const isOwnBonus = ({ proposedById, lines }: Bonus, byId: string): boolean =>
  proposedById === byId || (lines ?? []).some(({ personId }) => personId === byId)

/** Whether somebody proposed a special allowance, so that another decides on it. */
export const isOwnRate = (
  { proposedById }: Pick<typeof payRates.$inferSelect, 'proposedById'>,
  byId: string,
): boolean => proposedById === byId
