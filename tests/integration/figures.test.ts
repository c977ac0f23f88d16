import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { enterCallBack, enterMissed } from '../../db/call/enter.ts'
import { sweep } from '../../db/case/tick.ts'
import { person } from '../../db/schema/person.ts'
import { HOUR, MINUTE } from '../../rules/instant.ts'
import { localDate } from '../../rules/time/local.ts'
import { PASSWORD, testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { createAccount } from '../../db/auth/account.ts'
import { customerOf, department, hotline } from '../support/department.ts'

const { db } = await testDb()
const api = await testApi(db)
const start = Date.now() - 5 * HOUR
const tokens: Record<string, string> = {}
let [late, unanswered]: string[] = []

async function missed(lineId: string, number: string, byId: string, afterMs: number | null) {
  const given = { number, lineId, occurredAt: start, byId }
  const caseId = await db.transaction((tx) => enterMissed(tx, procedures, given, start))
  const back = { caseId, byId, spoke: true, occurredAt: start + (afterMs ?? 0) }
  if (afterMs !== null) await db.transaction((tx) => enterCallBack(tx, procedures, back, start + afterMs))
  return caseId
}

beforeAll(async () => {
  const people = await department(db, {
    gm: { role: 'centreGm' },
    lead: { role: 'technicalServiceManager', superior: 'gm' },
    taker: { role: 'callTaker', superior: 'lead' },
  })
  for (const [username, personId] of Object.entries(people)) {
    await db.transaction((tx) => createAccount(tx, { personId, username, password: PASSWORD }))
    const { body } = await api.ask('post', '/api/session', { body: { username, password: PASSWORD } })
    tokens[username] = body.token
  }
  const lineId = await hotline(db, '+864008001234', [people.taker])
  for (const [n, after] of [10, 20, 45].entries()) {
    const number = `+861390000010${n}`
    await customerOf(db, number)
    late = await missed(lineId, number, people.taker, after * MINUTE)
  }
  await customerOf(db, '+8613900000109')
  unanswered = await missed(lineId, '+8613900000109', people.taker, null)
  for (let now = start; now <= Date.now(); now += HOUR) await sweep(db, now, 0, 500)
})

const figures = async (as = 'gm') => (await api.ask('get', '/api/figures?months=3', { as: tokens[as] })).body

describe('figures', () => {
  it('count missed calls, how many were returned, and after how long', async () => {
    const { calls, months } = await figures()
    const month = localDate(start).slice(0, 7)
    expect(months).toHaveLength(3)
    expect(calls).toEqual([{ month, missed: 4, returned: 3, medianMs: 20 * MINUTE, slowMs: expect.any(Number) }])
  })
  it('tell how often each clause was kept, and how urgent what is open is', async () => {
    const { timeliness, open } = await figures()
    const half = timeliness.filter((row: { clause: string }) => row.clause === 'S2-1.5.6')
    expect(half).toMatchObject([{ onTime: 2, late: 2, clauseTitle: { zh: expect.any(String) } }])
    const of = (urgency: string) => open.find((row: { urgency: string }) => row.urgency === urgency).n
    expect(of('overdue')).toBeGreaterThanOrEqual(2)
  })
  it('add up fines and rewards, what was taken back counted in', async () => {
    const [row] = await db.$client`select id from "case" limit 1`
    const entry = (key: string, kind: string, fen: number, about: string | null) => db.$client`
      insert into consequence (key, kind, case_id, about_id, amount_fen, clause, policy, policy_version, occurred_at, recorded_at, arithmetic)
      values (${key}, ${kind}, ${row!['id']}, ${about}, ${fen}, 'S0-A-3', 'S0A', 1, now(), now(), '{}') returning id`
    const [fine] = await entry('a', 'fine', -5_000, null)
    await entry('b', 'reversal', 5_000, fine!['id'])
    await entry('c', 'fine', -2_000, null)
    await entry('d', 'reward', 3_000, null)
    expect((await figures()).money).toEqual([
      { month: localDate(Date.now()).slice(0, 7), finesFen: -2_000, rewardsFen: 3_000 },
    ])
  })
  it('of a sample are the sample’s people’s alone', async () => {
    await db.update(person).set({ sample: 'demo' }).where(eq(person.code, 'lead'))
    expect(await figures('lead')).toMatchObject({ calls: [], timeliness: [] })
  })
})

describe('the workplace beside what is owed', () => {
  it('shows what one did, the latest first, and how it stands', async () => {
    const { body } = await api.ask('get', '/api/obligations/done', { as: tokens['taker'] })
    expect(body.items.map((row: { verdict: string }) => row.verdict)).toContain('late')
    expect(body.items[0]).toMatchObject({ caseId: late, promise: 'return', work: 'done' })
    expect((await api.ask('get', '/api/obligations/done', { as: tokens['gm'] })).body.items).toEqual([])
  })
  it('shows once each case one was told of and owes nothing in', async () => {
    const { body } = await api.ask('get', '/api/copies', { as: tokens['gm'] })
    expect(body.items).toMatchObject([{ caseId: unanswered, title: expect.any(String), notices: 2 }])
    expect((await api.ask('get', '/api/copies', { as: tokens['taker'] })).body.items).toEqual([])
  })
})
