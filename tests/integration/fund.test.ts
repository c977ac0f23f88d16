import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { openAssessments } from '../../db/assessment/open.ts'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { correct } from '../../db/policy/amend.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { assessments } from '../../db/schema/assessment.ts'
import { fundMovements } from '../../db/schema/fund.ts'
import { personRole } from '../../db/schema/person.ts'
import { HOUR, type Instant } from '../../rules/instant.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { at } from '../support/accidents.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { entriesOf } from '../support/entry.ts'

const { db } = await testDb()
let now: Instant = Date.now()
const api = await testApi(db, { clock: () => now })
beforeAll(async () => {
  await seedPolicies(db)
  await seedYears(db, Date.now())
})
const gm = await api.signedIn(['companyGm'])
const boss = await api.signedIn(['serviceDirector'])
const hr = await api.signedIn(['hrSpecialist'])
const enter = entriesOf(db)
const call = (method: 'get' | 'post', path: string, as: { token: string }, body?: object) =>
  api.ask(method, path, { as: as.token, body })

async function engineer() {
  const one = await api.signedIn(['engineer'])
  await db.update(personRole).set({ fromAt: 0 }).where(eq(personRole.personId, one.personId))
  return one
}

/** The sheets of a month, issued and signed. */
async function sheets(key: string) {
  const month = periodNamed('monthly', key)
  now = month.untilAt + HOUR
  await db.transaction((tx) => openAssessments(tx, procedures.assessment, month, now))
  for (const { caseId, scope } of await db.select().from(assessments).where(eq(assessments.month, key))) {
    if (scope === 'supervisor') continue
    await call('post', `/api/assessments/${caseId}/issue`, boss, {})
    expect((await call('post', `/api/assessments/${caseId}/signature`, gm, {})).status).toBe(200)
  }
}

describe('the fund of fines and rewards', () => {
  it('settles with who left and has no pay any more, to the fen and once [S2-T2-3.8-10]', async () => {
    const left = await engineer()
    await db
      .update(personRole)
      .set({ toAt: at('2026-02-01T00:00:00') })
      .where(eq(personRole.personId, left.personId))
    await enter(left.personId, at('2026-03-10T10:00:00'), { kind: 'reward', amountFen: 2_000 })
    await enter((await engineer()).personId, at('2026-03-11T10:00:00'), { kind: 'reward', amountFen: 7_000 })
    await sheets('2026-03')
    const { items } = (await call('get', '/api/fund/accounts', hr)).body
    // Payroll carries out the sheets of who works here, so only the final settlement is left to the fund.
    expect(items).toMatchObject([{ claimFen: 2_000, movedFen: 0, owesFen: 0, isOwedFen: 2_000 }])
    const [{ personId }] = items
    const occurredAt = new Date(now - HOUR).toISOString()
    const move = (more: object) =>
      call('post', '/api/fund/movements', hr, {
        personId,
        kind: 'payout',
        amountFen: 2_000,
        occurredAt,
        note: '现金',
        ...more,
      })
    expect((await move({ kind: 'payment' })).body.code).toBe('fund.tooMuch')
    expect((await move({ amountFen: 2_001 })).body.code).toBe('fund.tooMuch')
    expect((await move({ personId: hr.personId })).body.code).toBe('fund.ownMatter')
    const paid = await Promise.all([move({}), move({})])
    expect(paid.map(({ status }) => status).sort()).toEqual([201, 422])
    const { id } = paid.find(({ status }) => status === 201)!.body
    await expect(db.update(fundMovements).set({ amountFen: 1 })).rejects.toThrow()
    const back = () => call('post', `/api/fund/movements/${id}/taking-back`, hr, { note: '登记有误' })
    expect((await back()).status).toBe(200)
    expect((await back()).body.code).toBe('fund.takenBack')
    expect((await move({})).status).toBe(201)
    expect((await call('get', '/api/fund/accounts', hr)).body.items).toMatchObject([{ movedFen: -2_000, isOwedFen: 0 }])
    expect((await call('get', '/api/fund/movements', hr)).body.items).toHaveLength(3)
    expect((await call('post', '/api/fund/reminders', hr, { personId })).body.code).toBe('fund.nothingOwed')
    const stranger = await engineer()
    expect((await call('get', `/api/fund/accounts?personId=${personId}`, stranger)).body.items).toMatchObject([
      { personId: stranger.personId, claimFen: 0 },
    ])
  })

  it('collects every fine where the house says so, reminding who has not paid [S2-T2-3.8-10]', async () => {
    now = at('2026-05-20T09:00:00')
    const values = { 'fund.collects': 'cash' }
    await db.transaction((tx) => correct(tx, { policy: 'house', values, reason: '现金收缴', byId: gm.personId }, now))
    const who = await engineer()
    const fine = await enter(who.personId, now)
    await enter(who.personId, now, { kind: 'confirmation', aboutId: fine, amountFen: 0 })
    await sheets('2026-05')
    const own = async () => (await call('get', '/api/fund/accounts', who)).body.items[0]
    expect(await own()).toMatchObject({ claimFen: -2_000, owesFen: 2_000 })
    expect((await call('post', '/api/fund/reminders', hr, { personId: who.personId })).body).toEqual({ owesFen: 2_000 })
    const paid = {
      personId: who.personId,
      kind: 'payment',
      amountFen: 1_500,
      note: '现金',
      occurredAt: new Date(now).toISOString(),
    }
    expect((await call('post', '/api/fund/movements', hr, paid)).status).toBe(201)
    expect(await own()).toMatchObject({ movedFen: 1_500, owesFen: 500 })
  })
})
