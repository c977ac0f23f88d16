import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { signDraft, startDraft, submitDraft } from '../../db/rulebook/draft.ts'
import { acknowledge, publishDraft } from '../../db/rulebook/publish.ts'
import { cases, escalations, obligations } from '../../db/schema/case.ts'
import { SECOND } from '../../rules/instant.ts'
import { addDays, endOfDay, localDate } from '../../rules/time/local.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { skippingSystem } from '../support/skipping.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  deputy: { role: 'centreDeputyGm', superior: 'gm' },
  hr: { role: 'hrSpecialist', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'deputy' },
})
const { gm, deputy, hr, engineer } = people
const system = await skippingSystem(db)
const { rulebook } = procedures
const grants = (role: 'centreDeputyGm' | 'companyGm') => [{ role, regionId: null }]
const yes = { approved: true, reason: '同意' }

/** Published today to four people; the first of them has read it. */
async function published() {
  const now = await system.wholeSecond()
  const draft = { rulebookId: 'S4-G', kind: 'amendment' as const, values: {}, note: '全文', byId: hr }
  const { caseId } = await db.transaction((tx) => startDraft(tx, rulebook, draft, now))
  await db.transaction((tx) => submitDraft(tx, rulebook, { caseId, byId: hr }, now))
  const review = { caseId, step: 'review' as const, ...yes, byId: deputy, grants: grants('centreDeputyGm') }
  await db.transaction((tx) => signDraft(tx, rulebook, review, now))
  const approval = { caseId, step: 'approve' as const, ...yes, byId: gm, grants: grants('companyGm') }
  await db.transaction((tx) => signDraft(tx, rulebook, approval, now))
  const publication = { caseId, effectiveOn: localDate(now), byId: gm, grants: grants('companyGm') }
  const { version } = await system.act(
    () => caseId,
    (tx) => publishDraft(tx, rulebook, publication, now),
  )
  const read = (byId: string, at: number) =>
    system.act(
      () => caseId,
      (tx) => acknowledge(tx, rulebook, { rulebookId: 'S4-G', version, byId }, at),
    )
  await read(hr, now)
  const rows = () =>
    db
      .select()
      .from(obligations)
      .where(and(eq(obligations.caseId, caseId), eq(obligations.promise, 'acknowledge')))
  return { caseId, read, rows, now }
}

describe('a rulebook that not everybody has read', () => {
  it('is late by the workflow’s own clock, tells the superior, and ends with the last of them [S2-T2-3.9-3]', async () => {
    const { caseId, read, rows, now } = await published()
    const dueAt = (await rows())[0]!.dueAt!
    expect(dueAt).toBeGreaterThan(endOfDay(addDays(localDate(now), 4)))
    await system.until(dueAt + SECOND / 2)
    expect((await rows()).filter((row) => row.verdict === 'late')).toEqual([])
    await system.until(dueAt + 2 * SECOND)
    const late = (await rows()).filter((row) => row.verdict === 'late').map((row) => row.bearerId)
    expect(late.sort()).toEqual([gm, deputy, engineer].sort())
    const told = await db
      .select()
      .from(escalations)
      .where(and(eq(escalations.caseId, caseId), eq(escalations.step, 'superior')))
    expect(told.flatMap((step) => step.recipientIds)).toContain(deputy)
    for (const who of [gm, deputy, engineer]) await read(who, await system.wholeSecond())
    expect((await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.state).toBe('ended')
    expect((await rows()).map((row) => row.work)).toEqual(['done', 'done', 'done', 'done'])
  })
})
