import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sendPoke } from '../../api/temporal/poker.ts'
import { openCase } from '../../db/case/openCase.ts'
import { pendingPokes } from '../../db/case/poke.ts'
import { lockCase, proceed, settle } from '../../db/case/record.ts'
import { termsFor } from '../../db/policy/terms.ts'
import { escalations, obligations } from '../../db/schema/case.ts'
import type { Procedure } from '../../rules/case.ts'
import { SECOND } from '../../rules/instant.ts'
import * as stories from '../../workflows/stories.ts'
import { department } from '../support/department.ts'
import { keepHistory } from '../support/history.ts'
import { eventually, testSystem } from '../support/system.ts'

const { db, client } = await testSystem()
const people = await department(db, { gm: { role: 'centreGm' }, one: { role: 'engineer', superior: 'gm' } })

/** The story of a kind, every promise of it with a clock of two seconds: what matters here is that it is told to its end. */
function hurried(kind: keyof typeof stories): Procedure {
  const owed: Procedure['owed'] = (_promise, view) => {
    const anchorAt = view.startedAt
    const due = { kind: 'by' as const, at: anchorAt + 2 * SECOND, edge: 'within' as const }
    return [
      { clause: 'house:hurried', policy: 'house', policyVersion: 1, bearer: { personId: people.one }, anchorAt, due },
    ]
  }
  return { kind, story: stories[kind], owed }
}

async function poke(caseId: string) {
  for (const one of await pendingPokes(db, [caseId])) await sendPoke(client, one, Date.now())
}

describe('every procedure on a real server', () => {
  it.concurrent.each(Object.keys(stories) as (keyof typeof stories)[])(
    '%s: is late, goes on, and ends',
    async (kind) => {
      const procedure = hurried(kind)
      const startedAt = Math.floor(Date.now() / SECOND) * SECOND
      const caseId = await db.transaction(async (tx) => {
        const held = await openCase(tx, {
          kind,
          startedAt,
          terms: await termsFor(tx, { topic: 'none', at: startedAt }),
        })
        await proceed(tx, procedure, held, startedAt)
        return held.id
      })
      await poke(caseId)
      const late = await eventually(async () => {
        const [row] = await db
          .select()
          .from(obligations)
          .where(and(eq(obligations.caseId, caseId), eq(obligations.verdict, 'late')))
        return row
      })
      expect(late.work).toBe('open')
      for (let ended = false; !ended;)
        ended = await db.transaction(async (tx) => {
          const held = (await lockCase(tx, caseId))!
          if (held.state !== 'open') return true
          const open = await tx
            .select()
            .from(obligations)
            .where(and(eq(obligations.caseId, caseId), eq(obligations.work, 'open')))
          await settle(
            tx,
            caseId,
            open.map((row) => ({ obligationId: row.id, work: 'done' as const, occurredAt: Date.now() })),
            Date.now(),
          )
          await proceed(tx, procedure, held, Date.now())
          return false
        })
      await poke(caseId)
      await eventually(async () =>
        (await client.workflow.getHandle(caseId).describe()).status.name === 'COMPLETED' ? true : undefined,
      )
      const steps = await db.select().from(escalations).where(eq(escalations.caseId, caseId))
      expect(new Set(steps.map((step) => step.key)).size).toBe(steps.length)
      await keepHistory(client, kind, caseId)
    },
  )
})
