import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createCustomer, createProject } from '../../db/customer/saveCustomer.ts'
import { newId } from '../../db/id.ts'
import { equipment } from '../../db/schema/equipment.ts'
import { region } from '../../db/schema/person.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
const api = await testApi(db)
const [sd, js] = [newId(), newId()]
await db.insert(region).values([
  { id: sd, code: 'SD', name: '山东' },
  { id: js, code: 'JS', name: '江苏' },
])
const admin = await api.signedIn(['admin'])
const engineer = await api.signedIn([{ role: 'engineer', regionId: sd }])
const customers = await db.transaction(async (tx) => ({
  here: await createCustomer(tx, { code: 'C1', name: '甲公司', regionId: sd }),
  there: await createCustomer(tx, { code: 'C2', name: '乙公司', regionId: js }),
}))
const thing = { product: '保护装置', serialNumber: 'SN-1', commissionedOn: '2026-03-01', warrantyUntilOn: '2029-02-28' }
const enter = (body: object, as = engineer.token) => api.ask('post', '/api/equipment', { as, body })

describe('equipment at customers', () => {
  it('is entered, changed and found, in one’s own region', async () => {
    const made = await enter({ customerId: customers.here.id, ...thing })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ ...thing, customerName: '甲公司', active: true, place: null })
    expect((await enter({ customerId: customers.there.id, ...thing })).body.code).toBe('caller.outOfRegion')
    const path = `/api/equipment/${made.body.id}`
    const changed = await api.ask('patch', path, { as: engineer.token, body: { place: '2 号楼' } })
    expect(changed.body).toMatchObject({ place: '2 号楼', serialNumber: 'SN-1' })
    const moved = await api.ask('patch', path, { as: engineer.token, body: { customerId: customers.there.id } })
    expect(moved.body.code).toBe('caller.outOfRegion')
    await enter({ customerId: customers.there.id, ...thing }, admin.token)
    const find = (q: string, as: string) => api.ask('get', `/api/equipment?q=${encodeURIComponent(q)}`, { as })
    expect((await find('sn-1', engineer.token)).body.items).toHaveLength(1)
    expect((await find('sn-1', admin.token)).body.items).toHaveLength(2)
    expect((await find('100%', admin.token)).body.items).toEqual([])
  })

  it('refuses the same thing twice, a warranty that ends before it begins, and another customer’s project', async () => {
    const other = await db.transaction((tx) => createProject(tx, { customerId: customers.there.id, name: '驻场' }))
    const of = { customerId: customers.here.id, ...thing }
    expect((await enter(of)).body.code).toBe('input.exists')
    const backwards = { ...of, serialNumber: 'SN-2', warrantyUntilOn: '2026-02-28' }
    expect((await enter(backwards)).body.code).toBe('input.period')
    expect((await enter({ ...of, serialNumber: 'SN-3', projectId: other.id })).body.code).toBe(
      'equipment.otherCustomer',
    )
  })

  it('has a label whose words are random, the same at every print, and others once it is made void', async () => {
    const [{ id } = { id: '' }] = await db.select().from(equipment).where(eq(equipment.customerId, customers.here.id))
    const label = () => api.ask('get', `/api/equipment/${id}/label`, { as: engineer.token })
    const { url } = (await label()).body
    const [page, token] = url.split('#')
    expect(page).toBe(`${api.url}/fault`)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect((await label()).body.url).toBe(url)
    expect((await api.ask('post', `/api/equipment/${id}/label`, { as: engineer.token })).status).toBe(204)
    expect((await label()).body.url).not.toBe(url)
    expect(JSON.stringify((await api.ask('get', '/api/equipment', { as: admin.token })).body)).not.toContain(token)
  })

  it('has its label among those printed at once, in one’s own region and while it is in use', async () => {
    const print = async (as: string) => (await api.ask('get', '/api/equipment/labels', { as })).body.items
    const mine = await print(engineer.token)
    expect(mine.map((one: { customerName: string }) => one.customerName)).toEqual(['甲公司'])
    expect(mine[0].url).toMatch(/\/fault#[\w-]{43}$/)
    await api.ask('patch', `/api/equipment/${mine[0].id}`, { as: engineer.token, body: { active: false } })
    expect(await print(engineer.token)).toEqual([])
  })

  it('comes from a file, and the same file again brings it up to date', async () => {
    const csv = '客户代码,产品,序列号,安装位置,投运日期\nC2,录波器,R-7,3 号楼,2026/2/16\nC9,录波器,R-8,,'
    const load = (file: string) => api.ask('post', '/api/import/equipment?partial=1', { as: admin.token, csv: file })
    expect((await load(csv)).body).toMatchObject({ written: 1, errors: [{ line: 3, code: 'customer.notFound' }] })
    await load('客户代码,产品,序列号,质保截止\nC2,录波器,R-7,2029-02-15')
    const rows = await db.select().from(equipment).where(eq(equipment.serialNumber, 'R-7'))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ place: '3 号楼', commissionedOn: '2026-02-16', warrantyUntilOn: '2029-02-15' })
  })
})
