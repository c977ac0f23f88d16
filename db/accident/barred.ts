import type { accidents } from '../schema/accident.ts'

/** Whether an accident is somebody's own: the engineer's whose it is, or the supervisor's who pays for it. */
export const concerns = (
  { engineerId, supervisorId }: Pick<typeof accidents.$inferSelect, 'engineerId' | 'supervisorId'>,
  byId: string,
): boolean => byId === engineerId || byId === supervisorId
