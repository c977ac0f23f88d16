import { DAY, type Instant } from '../../rules/instant.ts'
import { staffRoles } from '../../rules/roles.ts'
import { localDate, yearOf } from '../../rules/time/local.ts'
import type { Watched } from '../../rules/watch/watched.ts'
import type { Db } from '../client.ts'
import { peopleInPost, type PostFilter } from '../window/people.ts'
import { leavesOf } from './leave.ts'
import { trainingOf } from './training.ts'

/** What is watched of one subject. */
export interface WatchedSubject {
  id: string
  name: string
  watched: Watched[]
}

/** House rule: how long a leave that was too long is still shown after its end. */
const SHOWN_AFTER = 365 * DAY

/** What is watched of people, counted anew from what is known; in the order of their ids. */
export async function watchedPeople(db: Db, filter: PostFilter, now: Instant): Promise<WatchedSubject[]> {
  const found: WatchedSubject[] = []
  for (const { id, name } of await peopleInPost(db, staffRoles, filter, now))
    found.push({ id, name, watched: [...(await leave(db, id, now)), ...(await trainingOf(db, id, now))] })
  return found
}

/** The leave that runs or is to come, that of this year where it adds up, and that of a year past that was too long. */
async function leave(db: Db, personId: string, now: Instant): Promise<Watched[]> {
  const all = await leavesOf(db, personId, now)
  return all
    .filter(({ fromAt, toAt, isOver, watched }) => {
      const addsUp = watched.reading['leaveSpan'] === 'yearly' && yearOf(localDate(fromAt)) === yearOf(localDate(now))
      return addsUp || toAt === null || toAt > now - (isOver ? SHOWN_AFTER : 0)
    })
    .map(({ watched }) => watched)
}
