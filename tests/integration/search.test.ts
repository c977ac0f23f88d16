import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { enterMissed } from '../../db/call/enter.ts'
import { cases } from '../../db/schema/case.ts'
import { customer, project } from '../../db/schema/customer.ts'
import { person } from '../../db/schema/person.ts'
import { createEquipment } from '../../db/equipment/save.ts'
import { createRegion } from '../../db/person/regions.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department, hotline } from '../support/department.ts'

const { db } = await testDb()
const api = await testApi(db)
const gm = await api.signedIn(['centreGm'])
const client = await api.signedIn(['clientTechnology'])
let caseId: string
let north: { id: string }

const find = async (q: string, as = gm.token) => (await api.ask('post', '/api/search', { as, body: { q } })).body
const titles = (found: { title: string }[]) => found.map(({ title }) => title)

beforeAll(async () => {
  const people = await department(db, { taker: { role: 'callTaker', number: '+8613800000777' } })
  await db.update(person).set({ name: '曾小贤', code: 'E_9' }).where(eq(person.id, people.taker))
  const lineId = await hotline(db, '+864008001234', [people.taker])
  const { customerId } = await customerOf(db, '+8613900000555')
  north = await db.transaction((tx) => createRegion(tx, { code: 'N', name: '北' }))
  await db.update(customer).set({ name: '城东供电公司', regionId: north.id }).where(eq(customer.id, customerId))
  await db.insert(project).values({ id: 'p1', customerId, name: '调度自动化' })
  await db.transaction((tx) => createEquipment(tx, { customerId, product: '保护装置', serialNumber: 'SN-100%' }))
  const given = { number: '+8613900000555', lineId, occurredAt: Date.now(), byId: people.taker }
  caseId = await db.transaction((tx) => enterMissed(tx, procedures, given, Date.now()))
})

describe('one box finds', () => {
  it.each(['曾小', 'zxx', 'zengxiao', 'e_9', '0000777'])('a person by %s', async (q) => {
    expect(titles((await find(q)).people)).toEqual(['曾小贤'])
  })
  it.each(['供电', 'cdgd', '139 0000 0555'])('a customer by %s, and the case of its call', async (q) => {
    const { customers, cases: about } = await find(q)
    expect(titles(customers)).toEqual(['城东供电公司'])
    expect(about).toMatchObject([{ id: caseId, kind: 'call' }])
  })
  it('a project, a thing by its serial number, a case by its number, a clause by number and title', async () => {
    expect(titles((await find('调度')).projects)).toEqual(['调度自动化'])
    expect(titles((await find('ddzdh')).projects)).toEqual(['调度自动化'])
    expect(titles((await find('SN-100%')).equipment)).toEqual(['保护装置'])
    expect((await find(caseId)).cases).toHaveLength(1)
    expect((await find('S2-3.1.1c')).clauses[0]).toMatchObject({ id: 'S2-3.1.1c', policy: 'S2' })
  })
  it('no wildcards: what was typed means itself', async () => {
    expect(await find('%')).toMatchObject({ people: [], customers: [], cases: [] })
    expect((await find('E_')).people).toHaveLength(1)
  })
})

it.each([
  ['/api/people?q=zxx', '曾小贤'],
  ['/api/people?q=E_9', '曾小贤'],
  ['/api/customers?q=cdgd', '城东供电公司'],
  ['/api/equipment?q=bhzz', '保护装置'],
  ['/api/equipment?q=chengdong', '保护装置'],
])('a list is narrowed by pinyin too: %s', async (path, name) => {
  const { items } = (await api.ask('get', path, { as: gm.token })).body
  expect(items.map((one: { name?: string; product?: string }) => one.name ?? one.product)).toEqual([name])
})

it('a list that nothing sounds like is empty, and names come with their sound', async () => {
  for (const path of ['/api/people?q=qqq', '/api/customers?q=qqq', '/api/equipment?q=qqq', '/api/repairs?q=qqq'])
    expect((await api.ask('get', path, { as: gm.token })).body.items).toEqual([])
  const { items } = (await api.ask('get', '/api/names', { as: gm.token })).body
  expect(items).toContainEqual(expect.objectContaining({ name: '曾小贤', sounds: 'zxx zengxiaoxian' }))
})

describe('nobody finds what they may not read', () => {
  it('a client finds no people, customers or cases, only what is published', async () => {
    const got = await find('城东', client.token)
    expect(got).toMatchObject({ people: [], customers: [], contacts: [], projects: [], equipment: [], cases: [] })
    expect((await find('S2-3.1.1c', client.token)).clauses).toHaveLength(1)
  })
  it('who leads another region finds neither its customers nor its cases', async () => {
    const south = await db.transaction((tx) => createRegion(tx, { code: 'S', name: '南' }))
    const other = await api.signedIn([{ role: 'technicalSupportEngineer', regionId: south.id }])
    expect(await find('城东', other.token)).toMatchObject({ customers: [], projects: [], cases: [] })
    const ours = await api.signedIn([{ role: 'technicalSupportEngineer', regionId: north.id }])
    await db.update(cases).set({ regionId: north.id }).where(eq(cases.id, caseId))
    expect(await find('城东', ours.token)).toMatchObject({ customers: [{}], cases: [{}] })
  })
})
