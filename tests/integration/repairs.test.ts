import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCustomer } from '../../db/customer/saveCustomer.ts'
import { createEquipment } from '../../db/equipment/save.ts'
import { newId } from '../../db/id.ts'
import { auditEntry } from '../../db/schema/audit.ts'
import { cases } from '../../db/schema/case.ts'
import { faultReport } from '../../db/schema/equipment.ts'
import { region } from '../../db/schema/person.ts'
import { equipmentRepair } from '../../db/schema/repair.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { XLSX } from '../../rules/attachment/mediaType.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { variant } from '../support/policy.ts'

const { db } = await testDb()
const at = (text: string) => parseInstant(`${text}+08:00`)
const now = at('2026-06-15T12:00:00')
const api = await testApi(db, { clock: () => now })
const [here, there] = [newId(), newId()]
await seedPolicies(db)
await db.insert(region).values([
  { id: here, code: 'SD', name: '山东' },
  { id: there, code: 'JS', name: '江苏' },
])
const engineer = await api.signedIn([{ role: 'engineer', regionId: here }])
const colleague = await api.signedIn([{ role: 'engineer', regionId: here }])
const taker = await api.signedIn([{ role: 'callTaker', regionId: here }])
const director = await api.signedIn(['serviceDirector', 'engineer'])
const manager = await api.signedIn(['technicalServiceManager'])
const abroad = await api.signedIn([{ role: 'serviceSupervisor', regionId: there }])

type Who = { token: string; personId: string }
const things: string[] = []
/** Of each thing: its customer's case, by which its fault was reported. */
const callIds: string[] = []
beforeAll(async () => {
  for (const regionId of [here, there]) {
    const { id: customerId } = await db.transaction((tx) =>
      createCustomer(tx, { code: regionId, name: `客户${regionId}`, regionId }),
    )
    const caseId = `call-${newId()}`
    await db.insert(cases).values({ id: caseId, kind: 'call', terms: {}, customerId, regionId, startedAt: now })
    for (const serialNumber of ['1', '2']) {
      const one = await db.transaction((tx) => createEquipment(tx, { customerId, product: '保护装置', serialNumber }))
      things.push(one.id)
      callIds.push(caseId)
    }
  }
})
const report = async (thing: number, when: string) => {
  const id = newId()
  const of = { equipmentId: things[thing]!, caseId: callIds[thing]! }
  await db.insert(faultReport).values({ id, ...of, reportedAt: at(when), name: '钱工', number: '+861', fault: '黑屏' })
  return id
}
const record = (who: Who, thing: number, when: string, more: object = {}) =>
  api.ask('post', '/api/repairs', {
    as: who.token,
    body: {
      ...{ equipmentId: things[thing], engineerId: who.personId, repairedAt: `${when}+08:00`, work: '更换电源板' },
      ...more,
    },
  })
const correct = (who: Who, id: string, change: object) =>
  api.ask('post', `/api/repairs/${id}/corrections`, { as: who.token, body: { reason: '雷击所致', change } })
const list = async (who: Who, query = '') =>
  (await api.ask('get', `/api/repairs${query}`, { as: who.token })).body.items as { id: string; failed: boolean }[]
const failed = async () => (await list(director, '?failed=true')).map(({ id }) => id)
const rates = async (who: Who, query = '') =>
  (await api.ask('get', `/api/watched?about=repair${query}`, { as: who.token })).body.items.map(
    ({ subjectId, share, have, state }: Record<string, unknown> & { share: { failed: number; of: number } }) => [
      ...[subjectId, `${share.failed}/${share.of}`, have, state],
    ],
  )

describe('repairs of equipment [S1-4.4.1] [S1-4.4.2]', () => {
  const ids: string[] = []
  let signId = ''

  it('are recorded by who did them, or for them, where they may, once, and in the log', async () => {
    const made = await record(engineer, 0, '2026-04-15T10:00:00')
    expect([made.status, made.body]).toMatchObject([
      201,
      { serialNumber: '1', engineerId: engineer.personId, state: 'unset', failed: false, stands: true, signs: [] },
    ])
    const code = async (answer: ReturnType<typeof record>) => (await answer).body.code
    expect(await code(record(engineer, 0, '2026-04-15T18:00:00'))).toBe('repair.sameDay')
    expect(await code(record(engineer, 0, '2026-06-15T12:00:01'))).toBe('fact.future')
    expect(await code(record(engineer, 1, '2026-04-16T10:00:00', { engineerId: colleague.personId }))).toBe(
      'repair.ownOnly',
    )
    expect(await code(record(engineer, 2, '2026-04-16T10:00:00'))).toBe('equipment.notFound')
    expect(await code(record(engineer, 1, '2026-04-16T10:00:00', { caseId: callIds[2] }))).toBe('repair.otherCase')
    const other = await record(taker, 1, '2026-05-15T10:00:00', { engineerId: colleague.personId })
    expect(other.status).toBe(201)
    ids.push(made.body.id, other.body.id)
    const [row] = await db.select().from(auditEntry).where(eq(auditEntry.subjectId, made.body.id))
    expect(row).toMatchObject({ action: 'repair.record', noun: 'repair', personId: engineer.personId })
  })

  it('are judged by nothing while the rulebook leaves the warranty blank', async () => {
    expect(await rates(director)).toEqual([
      ['all', '0/0', null, 'blank'],
      ...[engineer, colleague].map(({ personId }) => [personId, '0/0', null, 'blank']),
    ])
  })

  it('have failed again by a report in their warranty, once there is one, however late it comes to light', async () => {
    await variant(db, 'S1', { 'repair.warranty': 1, 'watch.repair': 50 })
    expect(await rates(director)).toEqual([
      ['all', '0/1', 0, 'met'],
      [colleague.personId, '0/1', 0, 'met'],
    ])
    for (const when of ['2026-04-15T09:59:59', '2026-05-16T00:00:00']) await report(0, when)
    expect(await failed()).toEqual([])
    await report(0, '2026-05-15T23:59:59')
    expect(await failed()).toEqual([ids[0]])
    signId = await report(1, '2026-06-15T11:00:00')
    expect(await failed()).toEqual([ids[1], ids[0]])
    expect(await rates(director)).toEqual([
      ['all', '1/1', 100, 'exceeded'],
      [colleague.personId, '1/1', 100, 'exceeded'],
    ])
  })

  it('are put right by somebody else with a reason, and counted anew', async () => {
    const [, id = ''] = ids
    const aside = { kind: 'setAside', signId }
    expect((await correct(engineer, id, aside)).status).toBe(403)
    expect((await correct(abroad, id, aside)).body.code).toBe('repair.unknown')
    const put = await correct(director, id, aside)
    expect(put.body).toMatchObject({
      failed: false,
      signs: [{ id: signId, setAside: true, counts: false }],
      notes: [{ kind: 'setAside', reason: '雷击所致', byId: director.personId }],
    })
    expect((await correct(director, id, aside)).body.code).toBe('repair.unknownSign')
    // What answers the report that was set aside is no failure either, and a repair of its own.
    const again = await record(director, 1, '2026-06-15T11:30:00', { caseId: callIds[1] })
    expect((await rates(director))[0]).toEqual(['all', '0/2', 0, 'met'])
    const own = (change: object) => correct(director, again.body.id, change)
    expect((await own({ kind: 'takenBack' })).body.code).toBe('repair.ownMatter')
    const stated = (when: string) => correct(manager, again.body.id, { kind: 'stated', failedAt: `${when}+08:00` })
    expect((await stated('2026-06-15T11:30:00')).body.code).toBe('repair.failedBefore')
    expect((await stated('2026-06-15T11:30:01')).body.failed).toBe(true)
    expect((await rates(director))[0]).toEqual(['all', '1/2', 50, 'met'])
    await correct(director, id, { kind: 'restored', signId })
    expect((await rates(director))[0]).toEqual(['all', '2/2', 100, 'exceeded'])
    expect((await correct(manager, again.body.id, { kind: 'takenBack' })).body.stands).toBe(false)
    expect((await rates(director))[0]).toEqual(['all', '1/1', 100, 'exceeded'])
    expect((await correct(manager, again.body.id, { kind: 'takenBack' })).body.code).toBe('repair.takenBack')
    expect((await list(director)).map(({ id }) => id)).toEqual([again.body.id, ids[1], ids[0]])
  })

  it('make a fault that comes of them free of charge in their warranty', async () => {
    const { items } = (await api.ask('get', `/api/cases/${callIds[0]}/charges`, { as: director.token })).body
    const told = items.map((one: { serialNumber: string; repair: object | null }) => [one.serialNumber, one.repair])
    expect(told).toMatchObject([
      ['1', null],
      ['2', { id: ids[1], clause: 'S1-4.4.2', warrantyUntilOn: '2026-06-15' }],
    ])
  })

  it('are seen in one’s own region, their rate by whoever leads and by the engineer, and never changed', async () => {
    expect(await list(abroad)).toEqual([])
    expect(await rates(abroad)).toEqual([])
    expect(await rates(colleague)).toEqual([[colleague.personId, '1/1', 100, 'exceeded']])
    expect(await rates(engineer, `&personId=${colleague.personId}`)).toEqual([])
    const paged = await list(engineer, '?state=ended&limit=1')
    expect(paged.map(({ id }) => id)).toEqual([ids[0]])
    const file = await api.ask('get', '/api/exports/repairs?failed=true', { as: engineer.token })
    expect([file.status, file.headers.get('content-type')]).toEqual([200, XLSX])
    const change = db.update(equipmentRepair).set({ work: '' }).where(eq(equipmentRepair.id, ids[0]!))
    await expect(change).rejects.toThrow()
  })
})
