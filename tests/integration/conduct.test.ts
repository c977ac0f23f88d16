import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { correct } from '../../db/policy/amend.ts'
import { bindProject } from '../../db/policy/bind.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { projectMember } from '../../db/schema/staffChange.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { boundProject } from '../support/boundProject.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'

const { db } = await testDb()
await department(db, {})
const now = parseInstant('2026-10-01T00:00:00+08:00')
const api = await testApi(db, { clock: () => now })
const [director, resident, engineer, colleague] = [
  await api.signedIn(['serviceDirector']),
  await api.signedIn(['residentSupervisor']),
  await api.signedIn(['engineer']),
  await api.signedIn(['callTaker']),
]
type Who = { token: string; personId: string }
const post = (who: Who, path: string, body: unknown = {}) => api.ask('post', path, { as: who.token, body })
const get = (who: Who, path: string) => api.ask('get', path, { as: who.token })

describe('conduct points, absence statements, stamps', () => {
  let projectId = ''
  beforeAll(async () => {
    projectId = await boundProject(db, 'S4-Q', 'conduct')
    await db.transaction((tx) =>
      bindProject(tx, { projectId, policy: 'S4-N', topic: 'attendance', fromOn: '2020-01-01' }),
    )
  })
  const points = (item: string, occurredAt: string, more: object = {}) =>
    post(resident, '/api/conduct-points', {
      personId: colleague.personId,
      item,
      occurredAt: `${occurredAt}+08:00`,
      note: '现场发现',
      ...more,
    })

  it('add up per person, each with its clause, and come back where they were entered by mistake [S4-Q-p5, S4-Q-p6, S4-Q-p12]', async () => {
    expect((await points('smoking', '2026-09-01T09:00:00')).body.code).toBe('conduct.notBound')
    await db.insert(projectMember).values({ projectId, personId: colleague.personId })
    expect((await points('smoking', '2027-09-01T09:00:00')).body.code).toBe('fact.future')
    await points('property', '2026-08-31T23:59:59')
    const wrong = (await points('smoking', '2026-09-01T00:00:00')).body.id
    await points('late', '2026-09-02T09:00:00', { minutes: 20 })
    const totals = async (who: Who, month = '2026-09') =>
      (await get(who, `/api/conduct-points/totals?month=${month}`)).body.items.map(
        ({ month: of, running, byClause }: { month: number; running: number; byClause: object }) => [
          of,
          running,
          byClause,
        ],
      )
    expect(await totals(colleague)).toEqual([[15, 35, { 'S4-Q-p12': 10, 'S4-Q-p4a': 5 }]])
    expect(await totals(colleague, '2026-08')).toEqual([[20, 20, { 'S4-Q-p6': 20 }]])
    expect((await post(resident, `/api/conduct-points/${wrong}/reversal`, { reason: '认错人' })).status).toBe(200)
    expect((await post(resident, `/api/conduct-points/${wrong}/reversal`, { reason: 'x' })).body.code).toBe(
      'consequence.settled',
    )
    expect(await totals(resident)).toEqual([[5, 25, { 'S4-Q-p4a': 5 }]])
    expect(await totals(engineer)).toEqual([])
    const self = await post(resident, '/api/conduct-points', {
      personId: resident.personId,
      item: 'waste',
      occurredAt: '2026-09-01T09:00:00+08:00',
      note: 'x',
    })
    expect(self.body.code).toBe('conduct.ownMatter')
  })

  it('follow an erratum of what they cost: taken back and entered anew, said why; what was decided stays [S4-Q-p7, S4-Q-p8]', async () => {
    const entriesOf = async (id: string) => {
      const evidence = (await db.select().from(consequences).where(eq(consequences.id, id)))[0]!.evidenceIds
      const all = await db.select().from(consequences).orderBy(consequences.id)
      const made = all.filter((one) => one.aboutId === null && one.evidenceIds[0] === evidence[0])
      const reversed = new Set(all.flatMap(({ kind, aboutId }) => (kind === 'reversal' && aboutId ? [aboutId] : [])))
      return made.map((one) => [one.arithmetic.points, one.policyVersion, reversed.has(one.id)])
    }
    const correctTo = (values: Record<string, unknown>) =>
      db.transaction((tx) => correct(tx, { policy: 'S4-Q', values, reason: '印错', byId: null }, now))
    const month = '2026-07'
    const waste = (await points('waste', `${month}-01T09:00:00`)).body.id
    const visitors = (await points('visitors', `${month}-02T09:00:00`)).body.id
    const mistaken = (await points('waste', `${month}-03T09:00:00`)).body.id
    await post(resident, `/api/conduct-points/${mistaken}/reversal`, { reason: '认错人' })
    const running = async () => (await get(colleague, `/api/conduct-points/totals?month=${month}`)).body.items[0]?.month
    expect(await running()).toBe(10)

    await correctTo({ 'conduct.waste': 8 })
    expect(await entriesOf(waste)).toEqual([
      [5, 1, true],
      [8, 2, false],
    ])
    expect(await entriesOf(visitors)).toEqual([[5, 1, false]])
    expect(await entriesOf(mistaken)).toEqual([[5, 1, true]])
    expect(await running()).toBe(13)
    // Blank: they cost nothing; and again what they cost, also those that the first slip left as they were.
    await correctTo({ 'conduct.waste': null, 'conduct.visitors': 6 })
    expect(await entriesOf(visitors)).toEqual([
      [5, 1, true],
      [6, 3, false],
    ])
    expect(await running()).toBe(6)
    await correctTo({ 'conduct.waste': 5, 'conduct.visitors': 6 })
    expect(await entriesOf(waste)).toEqual([
      [5, 1, true],
      [8, 2, true],
      [5, 4, false],
    ])
    // Who has left the project since is not spared.
    await db.delete(projectMember).where(eq(projectMember.personId, colleague.personId))
    await correctTo({ 'conduct.waste': 7 })
    await db.insert(projectMember).values({ projectId, personId: colleague.personId })
    expect((await entriesOf(waste)).at(-1)).toEqual([7, 5, false])
    await correctTo({ 'conduct.waste': 5, 'conduct.visitors': 5 })
  })

  it('a fourth absence of the month calls for a statement, and none when one is taken back [S4-N-2.5a]', async () => {
    const absent = (day: number) =>
      post(resident, '/api/attendance-records', {
        personId: colleague.personId,
        kind: 'absent',
        occurredAt: `2026-09-0${day}T09:00:00+08:00`,
        note: '未到岗',
      })
    const statements = async () =>
      (await get(colleague, '/api/ledger')).body.items.filter((one: { kind: string }) => one.kind === 'statement')
    for (const day of [1, 2, 3]) await absent(day)
    expect(await statements()).toEqual([])
    const { id } = (await absent(4)).body
    const [entry] = await statements()
    expect(entry).toMatchObject({ clause: 'S4-N-2.5a', state: 'provisional' })
    expect(entry.evidence).toHaveLength(4)
    await post(resident, `/api/attendance-records/${id}/reversal`, { reason: '当日在总部开会' })
    expect((await statements())[0].state).toBe('reversed')
  })

  it('a trip without the customer’s stamp is not reimbursed until it comes [S2-3.2.4.3b]', async () => {
    const report = (stamped: boolean) =>
      post(director, '/api/contract-reports', {
        personId: engineer.personId,
        trip: '㴨水供电公司 9 月',
        stamped,
        occurredAt: `2026-09-1${stamped ? 2 : 1}T09:00:00+08:00`,
      })
    const block = async () =>
      (await get(engineer, '/api/ledger')).body.items.find((one: { kind: string }) => one.kind === 'block')
    await report(false)
    expect(await block()).toMatchObject({ clause: 'S2-3.2.4.3b', state: 'provisional' })
    await report(true)
    expect((await block()).state).toBe('reversed')
  })
})

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining([
      'block noStamp',
      'points conduct',
      'reversal attendanceCorrected',
      'reversal conductErratum',
      'reversal conductTakenBack',
      'reversal stamped',
      'statement attendanceMonth',
    ]),
  )
})
