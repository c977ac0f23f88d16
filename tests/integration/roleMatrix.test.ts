import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAuth } from '../../api/auth/auth.ts'
import { routes } from '../../api/routes.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { roleIds, type Role } from '../../rules/roles.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

/**
 * Who may do what, written down by hand and apart from the permission table, so that a slip in the table shows. A new route
 * needs a line there; `@staff` names a group of the same file.
 */
const matrix = JSON.parse(readFileSync(new URL('../fixtures/role-matrix.json', import.meta.url), 'utf8')) as {
  groups: Record<string, Role[]>
  routes: Record<string, string[]>
}
const nameOf = ({ method, path }: (typeof routes)[number]) => `${method.toUpperCase()} ${path}`
const allowed = (name: string) =>
  (matrix.routes[name] ?? []).flatMap((entry) =>
    entry.startsWith('@') ? (matrix.groups[entry.slice(1)] ?? []) : [entry as Role],
  )

const { db } = await testDb()
await seedPolicies(db)
const api = await testApi(db)
/** Ten thousand questions by the same few people: who each of them is, is looked up once. */
const auth = await createAuth(db)
const callers = new Map<string, ReturnType<typeof auth.callerOf>>()
const callerOf: typeof auth.callerOf = (headers, now) => {
  const known = callers.get(headers.authorization ?? '') ?? auth.callerOf(headers, now)
  callers.set(headers.authorization ?? '', known)
  return known
}
const matrixApi = await testApi(db, { callerOf })
const tokens = new Map<Role, string>()
/** Signing out ends the session, so it gets one of its own. */
const tokenFor = async (role: Role, name: string) =>
  name === 'DELETE /api/session' ? (await api.signedIn([role])).token : tokens.get(role)

beforeAll(async () => {
  for (const role of roleIds) tokens.set(role, (await api.signedIn([role])).token)
})

/** Asks with an id of nothing and an empty body: who may, hears that it is missing or incomplete, and nothing happens. */
async function ask(route: (typeof routes)[number], token?: string) {
  const path = route.path.replace(':kind', 'people').replace(/:\w+/g, 'none')
  const body = typeof route.body === 'string' ? { csv: '' } : route.method === 'get' ? {} : { body: {} }
  const answer = await matrixApi.ask(route.method, path, { ...(token && { as: token }), ...body })
  return { status: answer.status, code: (answer.body as { code?: string }).code }
}

describe('every route × every role', () => {
  it('stands in the matrix, and the matrix names no other', () => {
    expect(routes.map(nameOf).sort()).toEqual(Object.keys(matrix.routes).sort())
  })

  it('has a name of its own', () => expect(new Set(routes.map(nameOf)).size).toBe(routes.length))

  it.each(routes.map((route) => [nameOf(route), route] as const))('%s', async (name, route) => {
    const stranger = await ask(route)
    const isPublic = matrix.routes[name]?.includes('@public') ?? false
    expect({ name, status: isPublic ? 401 : stranger.status }).toEqual({ name, status: 401 })
    if (isPublic) return expect(stranger.code).not.toBe('caller.unknown')
    const answers = await Promise.all(
      roleIds.map(async (role) => ({ role, ...(await ask(route, await tokenFor(role, name))) })),
    )
    for (const { role, status } of answers) {
      expect(status, `${name} for ${role}`).toBeLessThan(500)
      expect(status, `${name} for ${role}`).not.toBe(401)
    }
    const may = answers.filter(({ code }) => code !== 'caller.forbidden').map(({ role }) => role)
    expect(may.sort()).toEqual([...new Set(allowed(name))].sort())
  })
})

it('a role that has ended or not begun allows nothing', async () => {
  const { personId, token } = await api.signedIn([])
  await db.$client`insert into person_role (id, person_id, role, from_at, to_at)
    values ('past', ${personId}, 'admin', '2020-01-01', '2020-01-02'), ('future', ${personId}, 'admin', '2999-01-01', null)`
  expect((await api.ask('get', '/api/people', { as: token })).status).toBe(403)
})

describe('a role in one region', () => {
  it('reaches that region’s customers and no others', async () => {
    const admin = tokens.get('admin')!
    const made = async (path: string, body: object) =>
      (await api.ask('post', path, { as: admin, body })).body as { id: string }
    const [north, south] = [
      await made('/api/regions', { code: 'N', name: 'N' }),
      await made('/api/regions', { code: 'S', name: 'S' }),
    ]
    const ours = await made('/api/customers', { code: 'C1', name: 'ours', regionId: north.id })
    const theirs = await made('/api/customers', { code: 'C2', name: 'theirs', regionId: south.id })
    const nobodys = await made('/api/customers', { code: 'C3', name: 'no region' })
    const { token } = await api.signedIn([{ role: 'technicalSupportEngineer', regionId: north.id }])

    const list = await api.ask('get', '/api/customers', { as: token })
    expect(list.body.items.map((item: { id: string }) => item.id)).toEqual([ours.id])
    expect((await api.ask('get', `/api/customers/${ours.id}`, { as: token })).status).toBe(200)
    for (const { id } of [theirs, nobodys]) {
      const file = await api.ask('get', `/api/customers/${id}`, { as: token })
      expect(file).toMatchObject({ status: 403, body: { code: 'caller.outOfRegion' } })
      const contact = await api.ask('post', `/api/customers/${id}/contacts`, { as: token, body: { name: 'x' } })
      expect(contact.status).toBe(403)
    }
    const moved = await api.ask('patch', `/api/customers/${ours.id}`, { as: token, body: { regionId: south.id } })
    expect(moved.body.code).toBe('caller.outOfRegion')
    expect((await api.ask('get', `/api/customers/${ours.id}`, { as: token })).body.regionId).toBe(north.id)
  })

  it('leaves a line in the log when a customer’s file is read', async () => {
    const admin = tokens.get('admin')!
    const { body } = await api.ask('get', '/api/audit?noun=customer', { as: admin })
    expect(body.items.filter((item: { action: string }) => item.action === 'customer.read')).toHaveLength(2)
  })
})

describe('handing out roles', () => {
  it('nobody hands one to themselves, and only an administrator hands out the house’s own', async () => {
    const gm = await api.signedIn(['centreGm'])
    const other = await api.signedIn([])
    const grant = (personId: string, role: Role) =>
      api.ask('post', `/api/people/${personId}/roles`, {
        as: gm.token,
        body: { role, fromAt: '2026-01-01T00:00:00+08:00' },
      })
    expect((await grant(gm.personId, 'companyGm')).body.code).toBe('role.ownGrant')
    expect((await grant(other.personId, 'admin')).body.code).toBe('role.adminOnly')
    expect((await grant(other.personId, 'engineer')).status).toBe(201)
  })

  it('a substitute acts in the role for the time of the grant', async () => {
    const admin = tokens.get('admin')!
    const holder = await api.signedIn(['centreGm'])
    const substitute = await api.signedIn([])
    expect((await api.ask('get', '/api/audit', { as: substitute.token })).status).toBe(403)
    const body = {
      fromPersonId: holder.personId,
      toPersonId: substitute.personId,
      role: 'centreGm',
      fromAt: new Date(Date.now() - 60_000).toISOString(),
      toAt: new Date(Date.now() + 3_600_000).toISOString(),
    }
    const granted = await api.ask('post', '/api/substitutions', { as: admin, body })
    expect(granted.status).toBe(201)
    expect((await api.ask('get', '/api/audit', { as: substitute.token })).status).toBe(200)
    const toAt = new Date(Date.now() - 1_000).toISOString()
    await api.ask('patch', `/api/substitutions/${granted.body.id}`, { as: admin, body: { toAt } })
    expect((await api.ask('get', '/api/audit', { as: substitute.token })).status).toBe(403)
    const notHeld = await api.ask('post', '/api/substitutions', { as: admin, body: { ...body, role: 'finance' } })
    expect(notHeld.body.code).toBe('substitution.notHeld')
  })
})
