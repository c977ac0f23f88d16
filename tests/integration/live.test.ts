import { sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openDb } from '../../db/client.ts'
import { feedEnd } from '../../db/live/changes.ts'
import { notify } from '../../db/notification/notify.ts'
import { region } from '../../db/schema/person.ts'
import { hotline } from '../support/department.ts'
import { listen } from '../support/live.ts'
import { testApi } from '../support/api.ts'
import { liveApi } from '../support/liveApi.ts'
import { testDb } from '../support/database.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { seedYears } from '../../db/calendar/seedYears.ts'

const { db, url } = await testDb()
await seedPolicies(db)
await seedYears(db, Date.now())
await db.insert(region).values({ id: 'north', code: 'N', name: '北区' })
const api = await testApi(db, { mount: await liveApi(db) })
const taker = await api.signedIn(['callTaker'])
const elsewhere = await api.signedIn([{ role: 'engineer', regionId: 'north' }])
const lineId = await hotline(db, '+864008001234', [taker.personId])

const missed = async () => {
  const body = { number: null, lineId, occurredAt: new Date().toISOString() }
  const answer = await api.ask('post', '/api/calls', { as: taker.token, body })
  expect(answer.status).toBe(201)
  return answer.body.caseId as string
}

describe('the live feed', () => {
  it('refuses whom it does not know', async () => {
    expect((await api.ask('get', '/api/live')).status).toBe(401)
  })

  it('tells the clock and each change of a case, to those who may read it only', async () => {
    const mine = await listen(api.url, taker.token)
    const theirs = await listen(api.url, elsewhere.token)
    const clock = Number((await mine.next('clock')).data)
    expect(Math.abs(clock - Date.now())).toBeLessThan(5_000)
    const caseId = await missed()
    expect(JSON.parse((await mine.next('change')).data)).toEqual({ cases: [caseId], notices: false })
    await sleep(1_000)
    expect(theirs.got.filter((one) => one.event === 'change')).toEqual([])
    mine.close()
    theirs.close()
  })

  it('goes on after a lost connection from the last event, without missing one and none twice', async () => {
    const first = await listen(api.url, taker.token)
    const before = await missed()
    const seen = await first.next('change')
    expect(JSON.parse(seen.data).cases).toEqual([before])
    first.close()
    const meanwhile = [await missed(), await missed()]
    const second = await listen(api.url, taker.token, seen.id)
    const cases = [await second.next('change'), await second.next('change')].map((one) => JSON.parse(one.data).cases)
    expect(cases.flat()).toEqual(meanwhile)
    second.close()
  })

  it('passes over nothing that a slow transaction commits after a quick one', async () => {
    const stream = await listen(api.url, taker.token)
    await stream.next('clock')
    const other = openDb(url, 1)
    const slowId = newCaseId()
    let quickId = ''
    await other.transaction(async (tx) => {
      await tx.execute(sql`insert into change (case_id) values (${slowId})`)
      quickId = await missed()
      await sleep(1_000)
      expect(stream.got.filter((one) => one.event === 'change')).toEqual([])
    })
    const cases = [await stream.next('change'), await stream.next('change')].map((one) => JSON.parse(one.data).cases)
    expect(cases).toEqual([[slowId], [quickId]])
    stream.close()
    await other.$client.end()
  })

  it('says to read everything anew where what happened since is no longer kept', async () => {
    await db.execute(sql`delete from change`)
    await missed()
    const stream = await listen(api.url, taker.token, '3')
    expect((await stream.next('reset')).id).toMatch(/^\d+$/)
    stream.close()
    const future = await listen(api.url, taker.token, String((await feedEnd(db)) + 1_000_000n))
    await future.next('reset')
    future.close()
  })

  it('tells each person of their own notices', async () => {
    const mine = await listen(api.url, taker.token)
    const theirs = await listen(api.url, elsewhere.token)
    await theirs.next('clock')
    const notice = { key: 'test', personId: elsewhere.personId, template: 'channel.test' as const, params: {} }
    await db.transaction((tx) => notify(tx, [notice], Date.now()))
    expect(JSON.parse((await theirs.next('change')).data)).toEqual({ cases: [], notices: true })
    await sleep(500)
    const notices = mine.got.filter((one) => one.event === 'change' && one.data.includes('"notices":true'))
    expect(notices).toEqual([])
    mine.close()
    theirs.close()
  })
})

const newCaseId = () => `call-${crypto.randomUUID()}`
