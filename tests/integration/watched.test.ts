import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../db/id.ts'
import { personRegion, region } from '../../db/schema/person.ts'
import { projectMember } from '../../db/schema/staffChange.ts'
import { HOUR } from '../../rules/instant.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { boundProject } from '../support/boundProject.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'

const { db } = await testDb()
await department(db, {})
const now = parseInstant('2026-10-20T12:00:00+08:00')
const api = await testApi(db, { clock: () => now })
const [director, resident, free, engineer] = [
  await api.signedIn(['serviceDirector']),
  await api.signedIn(['residentSupervisor']),
  await api.signedIn(['residentSupervisor']),
  await api.signedIn(['engineer']),
]
type Who = { token: string; personId: string }
const ask = (who: Who, method: 'get' | 'post' | 'patch', path: string, body?: unknown) =>
  api.ask(method, path, { as: who.token, body })
const watched = async (who: Who) => (await ask(who, 'get', '/api/watched')).body.items as Record<string, unknown>[]

describe('personal leave of resident staff [S4-F-10]', () => {
  beforeAll(async () => {
    const projectId = await boundProject(db, 'S4-F', 'attendance')
    await db.insert(projectMember).values({ projectId, personId: resident.personId })
  })
  const leave = (fromAt: string, toAt: string | null, of = resident, kind = 'personal') =>
    ask(director, 'post', '/api/absences', {
      personId: of.personId,
      kind,
      fromAt: `${fromAt}+08:00`,
      toAt: toAt && `${toAt}+08:00`,
    })

  it('to come is refused beyond one month, by its clause, also where it follows on; exactly a month is not', async () => {
    const refused = await leave('2026-11-01T09:00:00', '2026-12-01T09:00:01')
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'absence.tooLong', clause: 'S4-F-10', errors: [{ pointer: '#/toAt' }] },
    ])
    const made = await leave('2026-11-01T09:00:00', '2026-12-01T09:00:00')
    expect([made.status, made.body.over]).toEqual([201, null])
    expect((await leave('2026-12-01T09:00:00', '2026-12-02T09:00:00')).body.code).toBe('absence.tooLong')
    const end = (toAt: string) => ask(director, 'patch', `/api/absences/${made.body.id}`, { toAt: `${toAt}+08:00` })
    expect((await end('2026-12-01T09:00:01')).body.code).toBe('absence.tooLong')
    expect((await end('2026-11-20T09:00:00')).status).toBe(200)
  })

  it('that has happened is recorded, flagged in the list and watched', async () => {
    const past = await leave('2026-08-01T00:00:00', '2026-09-15T00:00:00')
    const over = { clause: 'S4-F-10', untilAt: '2026-09-01T00:00:00+08:00' }
    expect([past.status, past.body.over]).toEqual([201, over])
    const path = `/api/absences?personId=${resident.personId}`
    const { items } = (await ask(director, 'get', path)).body
    expect(items.find(({ id }: { id: string }) => id === past.body.id).over).toEqual(over)
    expect(await watched(resident)).toMatchObject([
      { window: 'watch.leave', state: 'exceeded', subjectId: resident.personId, ...over },
      { state: 'met', untilAt: '2026-12-01T09:00:00+08:00', reading: { leaveSpan: 'joined' } },
    ])
    const leaves = (await watched(director)).filter(({ window }) => window === 'watch.leave')
    expect(leaves.map(({ state }) => state)).toEqual(['exceeded', 'met'])
  })

  it('caps nothing else: not other leave, nor people whom no rulebook caps', async () => {
    const long = ['2027-01-01T09:00:00', '2027-06-01T09:00:00'] as const
    expect((await leave(...long, resident, 'leave')).status).toBe(201)
    expect((await leave(...long, free)).status).toBe(201)
    expect(await watched(free)).toEqual([])
  })
})

describe('training [S2-4.4.3a] [S2-4.4.3b]', () => {
  const record = (of: Who, occurredAt: string, what: object) =>
    ask(director, 'post', '/api/records', {
      personId: of.personId,
      occurredAt: `${occurredAt}+08:00`,
      record: what,
    })
  const trained = (occurredAt: string, minutes: number) => record(engineer, occurredAt, { kind: 'trained', minutes })

  it('is watched per person and month: what was missed, what still lacks', async () => {
    const hours = async () =>
      (await watched(engineer)).map(({ clause, have, limit, state }) => [
        clause,
        Number(have) / HOUR,
        Number(limit) / HOUR,
        state,
      ])
    // Of the months before anything was kept nothing is said.
    expect(await hours()).toEqual([['S2-4.4.3a', 0, 8, 'lacking']])
    await trained('2026-09-30T23:59:59', 479)
    await trained('2026-10-01T00:00:00', 479)
    const more = await trained('2026-10-02T10:00:00', 1)
    expect((await hours()).map(([, , , state]) => state)).toEqual(['missed', 'met'])
    await ask(director, 'post', `/api/records/${more.body.id}/corrections`, { reason: '录入有误' })
    expect((await hours()).map(([, have, , state]) => [have, state])).toEqual([
      [479 / 60, 'missed'],
      [479 / 60, 'lacking'],
    ])
    expect((await trained('2026-10-03T10:00:00', 0)).status).toBe(422)
  })

  it('together is watched per region with technical staff, and each region by its own', async () => {
    const [there, empty] = [newId(), newId()]
    for (const id of [there, empty]) await db.insert(region).values({ id, code: id, name: `区域${id}` })
    await db.insert(personRegion).values({ personId: engineer.personId, regionId: there })
    const joint = async () =>
      (await ask(director, 'get', '/api/watched?about=region')).body.items.map(
        ({ subjectId, clause, have, state }: Record<string, unknown>) => [subjectId, clause, have, state],
      )
    expect(await joint()).toEqual([[there, 'S2-4.4.3b', 0, 'lacking']])
    await record(free, '2026-10-10T10:00:00', { kind: 'jointTraining', regionId: empty })
    await record(free, '2026-09-30T23:59:59', { kind: 'jointTraining', regionId: there })
    expect((await joint()).map((row: unknown[]) => row[3])).toEqual(['met', 'lacking'])
    const nowhere = await record(free, '2026-10-10T10:00:00', { kind: 'jointTraining', regionId: newId() })
    expect(nowhere.body.code).toBe('region.notFound')
    expect((await ask(engineer, 'get', '/api/watched?about=region')).body.items).toEqual([])
  })
})
