import { describe, expect, it } from 'vitest'
import { accidentDesk, at, COMPLAINT_I } from '../support/accidents.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'

const { db } = await testDb()
await department(db, {})
let now = at('2026-03-02T09:00:00')
const api = await testApi(db, { clock: () => now })
const [gm, director, engineer, other] = [
  await api.signedIn(['companyGm']),
  await api.signedIn(['serviceDirector']),
  await api.signedIn(['engineer']),
  await api.signedIn(['engineer']),
]
type Who = { token: string; personId: string }
const get = async (who: Who, path: string) => (await api.ask('get', path, { as: who.token })).body
const post = (who: Who, path: string, body: unknown = {}) => api.ask('post', path, { as: who.token, body })
const desk = accidentDesk(db, director.personId)

describe('somebody with one accident', () => {
  it('sees what counts and what it would take; others see only their own [S0-A-7.6]', async () => {
    await desk.report(engineer.personId, COMPLAINT_I, at('2026-03-01T09:00:00'))
    const { items } = await get(engineer, '/api/windows')
    expect(items).toHaveLength(1)
    const downgrade = items[0].windows.find((one: { window: string }) => one.window === 'window.downgradeCount')
    expect(downgrade).toMatchObject({
      clause: 'S0-A-7.6',
      kind: 'count',
      reading: { count: 2, months: 3, span: 'rolling', reuse: 'once' },
      action: 'downgrade',
      missing: 1,
      untilAt: '2026-06-01T09:00:00+08:00',
    })
    expect(downgrade.counting).toHaveLength(1)
    const theirs = (await get(other, `/api/windows?personId=${engineer.personId}`)).items
    expect(theirs.map((one: { personId: string }) => one.personId)).toEqual([other.personId])
    const all = (await get(gm, '/api/windows')).items
    expect(all.map((one: { personId: string }) => one.personId).sort()).toEqual(
      [director, engineer, other].map((one) => one.personId).sort(),
    )
  })

  it('is told what can be done about the fine, and why not', async () => {
    await desk.follow(now)
    const [fine] = (await get(engineer, '/api/ledger')).items.filter((one: { kind: string }) => one.kind === 'fine')
    const path = `/api/ledger/${fine.id}/options`
    const fresh = await get(engineer, path)
    expect(fresh).toMatchObject({
      cause: null,
      causeUntil: null,
      appeal: { code: 'appeal.notConfirmed' },
      decide: { code: 'consequence.concerned' },
    })
    await post(engineer, `/api/ledger/${fine.id}/seen`)
    expect((await get(engineer, path)).causeUntil).toBe('2026-03-05T23:59:59+08:00')
    expect(await get(gm, path)).toMatchObject({
      cause: { code: 'consequence.notYours' },
      decide: { code: 'consequence.noCause' },
      waive: null,
    })
    expect((await api.ask('get', path, { as: other.token })).status).toBe(404)
    // Force majeure is for the clause that knows it (S0-A-7.1); an accident's doesn't.
    expect(fresh.causes).toEqual(['customer', 'company', 'own'])
    const claim = { as: engineer.token, body: { cause: 'forceMajeure', note: '暴雨断路' } }
    const refused = await api.ask('post', `/api/ledger/${fine.id}/cause`, claim)
    expect(refused).toMatchObject({ status: 422, body: { code: 'consequence.noForceMajeure', clause: 'S0-A-7.5a' } })
    await post(engineer, `/api/ledger/${fine.id}/cause`, { cause: 'customer', note: '暴雨断路' })
    expect(await get(gm, path)).toMatchObject({ claim: { cause: 'customer', note: '暴雨断路' }, decide: null })
    // The director's own fine hangs on the same accident.
    expect((await get(director, path)).decide.code).toBe('consequence.concerned')
    now += 60_000
    await post(gm, `/api/ledger/${fine.id}/decision`, { accepted: false, note: '未见证明' })
    expect(await get(engineer, path)).toMatchObject({
      decide: { code: 'consequence.settled' },
      appeal: null,
      appealUntil: '2026-03-09T23:59:59+08:00',
      standingFen: fine.amountFen,
    })
  })

  it('counts how often each clause fired', async () => {
    const { items } = await get(gm, '/api/rulebooks/S0A/firings')
    expect(items.find((one: { clause: string }) => one.clause === 'S0-A-5.1b')).toMatchObject({ promises: 1 })
    const fined = items.filter((one: { entries: number }) => one.entries > 0)
    expect(fined.length).toBeGreaterThan(0)
    expect((await api.ask('get', '/api/rulebooks/S0A/firings', { as: engineer.token })).status).toBe(403)
  })
})
