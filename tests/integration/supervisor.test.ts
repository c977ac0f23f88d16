import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../db/id.ts'
import { supervisorAt } from '../../db/accident/people.ts'
import { grantsAt } from '../../db/person/grantsAt.ts'
import { resolveRole } from '../../db/person/resolve.ts'
import { grantRole, grantSubstitution } from '../../db/person/roles.ts'
import { createPerson } from '../../db/person/savePerson.ts'
import { declareAbsence } from '../../db/person/absences.ts'
import { amend } from '../../db/policy/amend.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { DAY, SECOND } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
await seedPolicies(db)
const api = await testApi(db)
const NOW = Date.now()
/** From here on the two posts are apart. */
const APART = NOW + DAY

const holder = (...roles: Role[]) =>
  db.transaction(async (tx) => {
    const personId = await createPerson(tx, { code: newId(), name: 'x', kind: 'staff' })
    for (const role of roles) await grantRole(tx, { personId, role, fromAt: 0 })
    return personId
  })
const rolesOf = async (personId: string, at: number) => (await grantsAt(db, personId, at)).map((one) => one.role).sort()
const answering = (at: number) => db.transaction((tx) => supervisorAt(tx, at, null, null))
const answers = async (role: Role, at: number) => (await resolveRole(db, { role, at })).personIds

describe('service director and supervisor', () => {
  let director: string
  beforeAll(async () => {
    director = await holder('serviceDirector')
  })

  it('are one post by default: whoever holds one does the duties and has the rights of both', async () => {
    expect(await rolesOf(director, NOW)).toEqual(['serviceDirector', 'serviceSupervisor'])
    expect(await answers('serviceSupervisor', NOW)).toEqual([director])
    expect(await answering(NOW)).toBe(director)
  })

  it('a substitute named for the post stands in for both', async () => {
    const deputy = await holder()
    const span = { fromAt: NOW + SECOND, toAt: NOW + 3_600 * SECOND }
    await db.transaction(async (one) => {
      await grantSubstitution(one, { fromPersonId: director, toPersonId: deputy, role: 'serviceDirector', ...span })
      await declareAbsence(one, { personId: director, kind: 'leave', ...span }, span.fromAt)
    })
    expect(await rolesOf(deputy, span.fromAt)).toEqual(['serviceDirector', 'serviceSupervisor'])
    expect(await answers('serviceSupervisor', span.fromAt)).toEqual([deputy])
    expect(await rolesOf(deputy, span.toAt)).toEqual([])
  })

  it('come apart at the instant that the house says, and not a second before; the past stays as it was', async () => {
    const byId = director
    const change = { policy: 'house', values: { 'posts.supervisor': 'apart' }, reason: 'a second post', byId }
    await db.transaction((one) => amend(one, { ...change, effectiveFromAt: APART }, NOW))
    const supervisor = await holder('serviceSupervisor')
    expect(await rolesOf(director, APART - SECOND)).toEqual(['serviceDirector', 'serviceSupervisor'])
    expect(await rolesOf(director, APART)).toEqual(['serviceDirector'])
    expect(await rolesOf(supervisor, APART)).toEqual(['serviceSupervisor'])
    expect(await answers('serviceSupervisor', APART)).toEqual([supervisor])
    expect(await answers('serviceDirector', APART)).toEqual([director])
    expect(await answering(APART)).toBe(supervisor)
  })
})

describe('the house rule that says so', () => {
  it('is the general manager’s to change; a rulebook changes by its signatures only', async () => {
    const gm = await api.signedIn(['companyGm'])
    const body = { values: { 'posts.supervisor': 'apart' }, reason: 'two posts' }
    const to = (policy: string) => api.ask('post', `/api/policies/${policy}/errata`, { as: gm.token, body })
    expect((await to('S2')).body).toMatchObject({ status: 409, code: 'policy.needsSignatures' })
    expect((await to('none')).body).toMatchObject({ code: 'policy.unknown' })
    const both = await api.signedIn(['serviceDirector'])
    const mine = async () => (await api.ask('get', '/api/me', { as: both.token })).body as object
    expect(JSON.stringify(await mine())).toContain('serviceSupervisor')
    expect((await to('house')).status).toBe(201)
    expect(JSON.stringify(await mine())).not.toContain('serviceSupervisor')
    const wrong = { values: { 'posts.supervisor': 'both' }, reason: 'a slip' }
    const refused = await api.ask('post', '/api/policies/house/errata', { as: gm.token, body: wrong })
    expect(refused.body).toMatchObject({ code: 'policy.wrongValue' })

    const amend = (as: string, more: object) => {
      const change = { values: { 'prompt.target': 600_000 }, reason: 'ten minutes are enough' }
      return api.ask('post', '/api/policies/house/amendments', { as, body: { ...change, ...more } })
    }
    const { version } = (await amend(gm.token, {})).body
    const { versions } = (await api.ask('get', '/api/policies/house', { as: gm.token })).body
    const made = versions.find((one: { version: number }) => one.version === version)
    expect(made).toMatchObject({ kind: 'amendment', reason: 'ten minutes are enough' })
    expect((await amend(gm.token, { effectiveFromAt: '2026-01-01T00:00:00+08:00' })).body.code).toBe('policy.inThePast')
    expect((await amend(gm.token, { reason: ' ' })).status).toBe(422)
    const deputy = await api.signedIn(['centreDeputyGm'])
    expect((await amend(deputy.token, {})).status).toBe(403)
  })
})
