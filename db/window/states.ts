import type { Instant } from '../../rules/instant.ts'
import { engineerWindows, supervisorWindows, type WindowState } from '../../rules/window/state.ts'
import type { Db } from '../client.ts'
import { engineerHistory, supervisorHistory } from './history.ts'
import { peopleInPost, type PostFilter } from './people.ts'
import { postsEver } from './recompute.ts'
import { termsThrough } from './terms.ts'

export interface PersonWindows {
  personId: string
  windows: WindowState[]
}

/** How the windows of people stand now, in the order of their ids: counted anew from what is known. */
export async function windowStates(db: Db, filter: PostFilter, now: Instant): Promise<PersonWindows[]> {
  const people = await peopleInPost(db, ['engineer', 'serviceSupervisor'], filter, now)
  return db.transaction(
    async (tx) => {
      const found: PersonWindows[] = []
      for (const { id: personId } of people) {
        const termsAt = await termsThrough(tx, personId, now)
        const posts = await postsEver(tx, personId)
        const windows = [
          ...(posts.has('engineer') ? engineerWindows(await engineerHistory(tx, personId, termsAt, now), now) : []),
          ...(posts.has('serviceSupervisor')
            ? supervisorWindows(await supervisorHistory(tx, personId, termsAt, now), now)
            : []),
        ]
        found.push({ personId, windows })
      }
      return found
    },
    { accessMode: 'read only', isolationLevel: 'repeatable read' },
  )
}
