import { beforeAll, describe, expect, it } from 'vitest'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { HOUR, MINUTE } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { newId } from '../../db/id.ts'
import { line, region } from '../../db/schema/person.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
const api = await testApi(db)
type Person = Awaited<ReturnType<typeof api.signedIn>>
let taker: Person, manager: Person, elsewhere: Person

beforeAll(async () => {
  await seedPolicies(db)
  await seedYears(db, Date.now())
  const south = newId()
  await db.insert(region).values({ id: south, code: 'S', name: '南区' })
  await db.insert(line).values({ id: newId(), number: '+864008001234', kind: 'hotline', department: '客服中心' })
  taker = await api.signedIn(['callTaker'])
  manager = await api.signedIn(['technicalServiceManager'])
  elsewhere = await api.signedIn([{ role: 'regionalManager', regionId: south }])
})

const ago = (ms: number) => formatInstant(Date.now() - ms)
const ask = (who: Person, path: string, body: unknown) => api.ask('post', path, { as: who.token, body })

let serial = 13_800_000_000
/** A stranger's call missed an hour ago, returned 50 minutes ago, and told of now. */
async function claimed() {
  const number = String((serial += 1))
  const missed = await ask(taker, '/api/calls', { number, occurredAt: ago(HOUR) })
  const id: string = missed.body.caseId
  const returned = await ask(taker, `/api/calls/${id}/call-backs`, { occurredAt: ago(50 * MINUTE), spoke: true })
  expect(returned.status).toBe(200)
  const file = await api.ask('get', `/api/cases/${id}`, { as: manager.token })
  const fact = file.body.facts.find((one: { kind: string }) => one.kind === 'talked')
  return { id, fact, obligations: file.body.obligations }
}

describe('a time that was claimed late', () => {
  it('is provisional until somebody else who leads confirms it', async () => {
    const { id, fact, obligations } = await claimed()
    expect(obligations.map((row: { verdict: string }) => row.verdict)).toContain('onTime')
    expect(fact.provisional).toBe(true)
    expect((await ask(taker, `/api/facts/${fact.id}/confirmation`, {})).status).toBe(403)
    expect((await ask(elsewhere, `/api/facts/${fact.id}/confirmation`, {})).body.code).toBe('case.unknown')
    expect((await ask(manager, `/api/facts/${fact.id}/confirmation`, {})).status).toBe(200)
    expect((await ask(manager, `/api/facts/${fact.id}/confirmation`, {})).status).toBe(200)
    const file = await api.ask('get', `/api/cases/${id}`, { as: manager.token })
    expect(file.body.facts.find((one: { id: string }) => one.id === fact.id).provisional).toBe(false)
    expect(file.body.facts.filter((one: { kind: string }) => one.kind === 'claimConfirmed')).toHaveLength(1)
  })

  it('turns the verdict when it is corrected, and nobody corrects their own', async () => {
    const { id, fact } = await claimed()
    const body = { occurredAt: ago(10 * MINUTE), reason: '电话系统记录' }
    expect((await ask(manager, `/api/facts/${fact.id}/corrections`, body)).status).toBe(200)
    const file = await api.ask('get', `/api/cases/${id}`, { as: manager.token })
    const verdict = (clause: string) =>
      file.body.obligations.find((row: { clause: string }) => row.clause === clause).verdict
    expect([verdict('S2-1.5.6'), verdict('S2-3.1.1c')]).toEqual(['late', 'onTime'])
    const own = await ask(manager, '/api/calls', { number: '13900000001', occurredAt: ago(HOUR) })
    const opened = await api.ask('get', `/api/cases/${own.body.caseId}`, { as: manager.token })
    const refused = await ask(manager, `/api/facts/${opened.body.facts[0].id}/corrections`, body)
    expect([refused.status, refused.body.code]).toEqual([403, 'fact.ownClaim'])
  })

  it('and a case of another region are out of reach', async () => {
    const { id } = await claimed()
    const steps: [string, object][] = [
      [`/api/calls/${id}/establishments`, { occurredAt: ago(0), contacted: true }],
      [`/api/cases/${id}/withdrawal`, { reason: 'x' }],
      [`/api/calls/${id}/call-backs`, { occurredAt: ago(0), spoke: true }],
    ]
    for (const [path, body] of steps) expect((await ask(elsewhere, path, body)).body.code).toBe('case.unknown')
    expect((await api.ask('get', `/api/cases/${id}`, { as: elsewhere.token })).status).toBe(404)
  })
})
