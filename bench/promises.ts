import type { Instant } from '../rules/instant.ts'
import type { Terms } from '../rules/policy/parameter.ts'
import { newId } from '../db/id.ts'
import { cases, obligations, pokes } from '../db/schema/case.ts'
import type { Db } from '../db/client.ts'

const BATCH = 1_000

/** Terms in which a promise escalates once, to the superior, and reminds nobody. */
export const onceOnly: Terms = {
  'ladder.short': {
    value: { reminders: [], rungs: [{ step: 'superior', to: 'superior', afterMs: 0 }] },
    clause: null,
    policy: 'house',
    variant: '',
    version: 1,
  },
}

/** Cases of one promise each, due at an instant, their workflows waiting in the relay. Returns their promises' ids. */
export async function manyPromises(db: Db, n: number, dueAt: Instant, bearerId: string) {
  const made: { caseId: string; obligationId: string }[] = []
  for (let from = 0; from < n; from += BATCH) {
    const ids = Array.from({ length: Math.min(BATCH, n - from) }, () => `reach-${newId()}`)
    await db
      .insert(cases)
      .values(ids.map((id) => ({ id, kind: 'reach', terms: onceOnly, startedAt: Date.now(), nextAlarmAt: dueAt })))
    const rows = await db
      .insert(obligations)
      .values(ids.map((caseId) => rowOf(caseId, dueAt, bearerId)))
      .returning({ caseId: obligations.caseId, obligationId: obligations.id })
    await db.insert(pokes).values(ids.map((caseId) => ({ caseId })))
    made.push(...rows)
  }
  return made
}

function rowOf(caseId: string, dueAt: Instant, bearerId: string): typeof obligations.$inferInsert {
  const now = Date.now()
  return {
    caseId,
    promise: 'speak',
    clause: 'S2-1.5.6',
    policy: 'S2',
    policyVersion: 1,
    round: 1,
    bearerId,
    dueKind: 'by',
    dueAt,
    lateFromAt: dueAt,
    anchorAt: now,
    answerableFromAt: now,
    openedAt: now,
    steps: [{ step: 'superior', at: dueAt, to: 'superior' }],
    nextAlarmAt: dueAt,
  }
}
