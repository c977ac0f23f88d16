import type { Instant } from '../../rules/instant.ts'
import { periodStarts, repairRates } from '../../rules/watch/repair.ts'
import type { Db } from '../client.ts'
import { standingRepairs } from '../equipment/repairs.ts'
import { termsOverTime } from '../policy/termsOverTime.ts'
import type { PostFilter } from '../window/people.ts'
import type { WatchedSubject } from './people.ts'

/** The id under which all repairs within reach stand, before each engineer's. */
export const ALL_REPAIRS = 'all'

/**
 * The failure rate of repaired equipment (S1-4.4.1): of all repairs within reach, then of each engineer's, in the order of
 * their ids. Who oversees nobody sees their own alone.
 */
export async function watchedRepairs(
  db: Db,
  { personId, scope, after, limit }: PostFilter,
  now: Instant,
): Promise<WatchedSubject[]> {
  const repairs = await standingRepairs(db, { scope, engineerId: personId }, now)
  const begins = repairs.flatMap(({ repairedAt }) => periodStarts(repairedAt))
  const termsAt = await termsOverTime(db, 'watch', [now, ...begins])
  const rates = (of: typeof repairs) => repairRates(of, termsAt, now)
  const engineers = new Map(repairs.map(({ engineerId, engineerName }) => [engineerId, engineerName]))
  const whole = { id: ALL_REPAIRS, name: '', watched: rates(repairs) }
  const each = [...engineers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([id]) => after === undefined || after === ALL_REPAIRS || id > after)
    .slice(0, limit)
    .map(([id, name]) => ({ id, name, watched: rates(repairs.filter(({ engineerId }) => engineerId === id)) }))
  return (after === undefined && personId === undefined ? [whole, ...each] : each).slice(0, limit)
}
