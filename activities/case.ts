import type { Db } from '../db/client.ts'
import { tick } from '../db/case/tick.ts'

/** What a workflow may ask of its case. */
export function createCaseActivities({ db }: { db: Db }) {
  return {
    /** Takes what is due on a case by `now` (ms, the workflow's own clock) and says how it stands. */
    tick: (caseId: string, now: number) => tick(db, caseId, now),
  }
}

export type CaseActivities = ReturnType<typeof createCaseActivities>
