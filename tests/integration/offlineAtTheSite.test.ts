import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { HOUR, SECOND } from '../../rules/instant.ts'
import { explain } from '../../rules/consequence/explain.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { listEntries } from '../../db/consequence/read.ts'
import { confirmClaim } from '../../db/case/change.ts'
import { sweep } from '../../db/case/tick.ts'
import { facts } from '../../db/schema/case.ts'
import { notifications } from '../../db/schema/notification.ts'
import { completeTask, confirmCompletion, recordService } from '../../db/serviceTask/complete.ts'
import { decideSignature } from '../../db/serviceTask/rate.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { scored, serviceTasks } from '../support/serviceTask.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
})
const { customerId } = await customerOf(db, '+8613800000001')
const tasks = serviceTasks(db, { ...people, customerId })

const at = (time: string) => parseInstant(`2026-04-${time}+08:00`)
const START = at('03T09:00:00')
const ESTIMATE = at('07T18:00:00')
const good = scored('excellent', 'good', 'good')
const done = { work: '更换模块', resolution: '已上线' }

/** What the phone kept while it had no network, sent on 9 April at 09:15. */
async function sync(caseId: string, completedAt = at('07T17:55:00'), signedAt = at('07T17:58:00')) {
  const now = at('09T09:15:00')
  await tasks.does(completeTask)(caseId, people.engineer, now, { occurredAt: completedAt })
  const completed = await tasks.promises(caseId)
  await tasks.does(recordService)(caseId, people.engineer, now, { ...done, occurredAt: completedAt })
  await tasks.rate(caseId, signedAt, good, now)
  return completed.of('complete')
}

const sums = async (caseId: string) => (await tasks.ledger(caseId)).map((entry) => entry.amountFen)

describe('offline at the site', () => {
  it('is fined at 18:00:01, and is on time once the signature of 17:58 has come in [S0-A-7.1] [S0-A-3.13]', async () => {
    const caseId = await tasks.onSite(START, ESTIMATE)
    await sweep(db, ESTIMATE, 0, 100)
    expect(await sums(caseId)).toEqual([])
    await sweep(db, ESTIMATE + SECOND, 0, 100)
    expect(await sums(caseId)).toEqual([-5_000])
    // The engineer's own word, two days old, is not enough by itself.
    expect(await sync(caseId)).toMatchObject({ work: 'done', verdict: 'late', settledAt: at('09T09:15:00') })
    const { of } = await tasks.promises(caseId)
    expect(of('complete')).toMatchObject({ work: 'done', verdict: 'onTime', settledAt: at('07T17:58:00') })
    expect(await sums(caseId)).toEqual([-5_000, 5_000])
  })

  it('shows the engineer both entries, each with its reason and evidence that exists, and tells them of both', async () => {
    const caseId = await tasks.onSite(START, ESTIMATE)
    await sweep(db, ESTIMATE + SECOND, 0, 100)
    await sync(caseId)
    const filter = { personId: people.engineer, caseId, scope: 'all' as const, limit: 10 }
    const [reversal, fine] = await listEntries(db, filter)
    expect([fine!.state, reversal!.aboutId]).toEqual(['reversed', fine!.id])
    expect(explain(fine!).because.en).toBe('Due by 2026-04-07 18:00:00; not done when that passed. Amount: −¥50.00.')
    expect(explain(reversal!).because.en).toContain('done at 2026-04-07 17:58:00, within 2026-04-07 18:00:00')
    expect(explain(reversal!).because.zh).toContain('+¥50.00')
    expect(reversal!.evidence.map((fact) => fact.kind)).toEqual(['rated'])
    const told = await db
      .select()
      .from(notifications)
      .where(eq(notifications.caseId, caseId))
      .orderBy(asc(notifications.id))
    const templates = told.filter((row) => row.personId === people.engineer).map((row) => row.template)
    expect(templates).toEqual(expect.arrayContaining(['consequence.entered', 'consequence.reversed']))
  })

  it.each([
    ['17:59:59', at('07T17:59:59'), 'onTime', [-5_000, 5_000]],
    ['18:00:00', at('07T18:00:00'), 'onTime', [-5_000, 5_000]],
    ['18:00:01', at('07T18:00:01'), 'late', [-5_000]],
  ])('counts from the signature of %s, not from the older claim [S0-A-7.1]', async (_, signedAt, verdict, entries) => {
    const caseId = await tasks.onSite(START, ESTIMATE)
    await sweep(db, ESTIMATE + SECOND, 0, 100)
    await sync(caseId, at('07T17:00:00'), signedAt)
    expect((await tasks.promises(caseId)).of('complete')).toMatchObject({ verdict })
    expect(await sums(caseId)).toEqual(entries)
  })

  it('is confirmed by the supervisor where the customer has not signed yet [S0-A-7.1]', async () => {
    const caseId = await tasks.onSite(START, ESTIMATE)
    await sweep(db, ESTIMATE + SECOND, 0, 100)
    const now = at('09T09:15:00')
    await tasks.does(completeTask)(caseId, people.engineer, now, { occurredAt: at('07T17:00:00') })
    const confirm = { caseId, byId: people.director, scope: 'all' as const }
    const rows = await db.transaction((tx) => confirmCompletion(tx, confirm, now + HOUR))
    expect(rows.find((row) => row.promise === 'complete')).toMatchObject({ verdict: 'onTime' })
    const again = db.transaction((tx) => confirmCompletion(tx, confirm, now + HOUR))
    await expect(again).rejects.toMatchObject({ code: 'serviceTask.nothingProvisional' })
    expect(await sums(caseId)).toEqual([-5_000, 5_000])
  })

  it('is confirmed like any late claim too, and stays so when the task is judged anew [S0-A-7.1]', async () => {
    const caseId = await tasks.onSite(START, ESTIMATE)
    await sweep(db, ESTIMATE + SECOND, 0, 100)
    const now = at('09T09:15:00')
    await tasks.does(completeTask)(caseId, people.engineer, now, { occurredAt: at('07T17:00:00') })
    const [claim] = await db
      .select()
      .from(facts)
      .where(and(eq(facts.caseId, caseId), eq(facts.kind, 'completed')))
    const confirm = (byId: string) =>
      db.transaction((tx) => confirmClaim(tx, { factId: claim!.id, byId, scope: 'all' }, now + HOUR))
    await expect(confirm(people.engineer)).rejects.toMatchObject({ code: 'fact.ownClaim' })
    const verdict = { verdict: 'onTime', settledAt: at('07T17:00:00') }
    for (const rows of [await confirm(people.director), await confirm(people.director)])
      expect(rows.find((row) => row.promise === 'complete')).toMatchObject(verdict)
    await tasks.does(recordService)(caseId, people.engineer, now + 2 * HOUR, done)
    await tasks.rate(caseId, at('09T11:00:00'), good, now + 2 * HOUR)
    expect((await tasks.promises(caseId)).of('complete')).toMatchObject(verdict)
    expect(await sums(caseId)).toEqual([-5_000, 5_000])
  })

  it('is late again when the signature turns out to be forged, which costs ¥150 beside [S0-A-7.1] [S0-A-7.3c]', async () => {
    const caseId = await tasks.onSite(START, ESTIMATE)
    await sweep(db, ESTIMATE + SECOND, 0, 100)
    await sync(caseId)
    const finding = { finding: 'forged' as const, note: '客户否认签字' }
    await tasks.does(decideSignature)(caseId, people.gm, at('20T10:00:00'), finding)
    expect((await tasks.promises(caseId)).of('complete')).toMatchObject({ verdict: 'late' })
    const entries = await tasks.ledger(caseId)
    const known = new Set((await db.select({ id: facts.id }).from(facts)).map((fact) => fact.id))
    expect(entries.flatMap((entry) => entry.evidenceIds).every((id) => known.has(id))).toBe(true)
    expect(entries.map((entry) => [entry.clause, entry.amountFen])).toEqual([
      ['S0-A-7.1', -5_000],
      ['S0-A-7.1', 5_000],
      ['S0-A-7.3c', -15_000],
      ['S0-A-7.1', -5_000],
    ])
  })
})
