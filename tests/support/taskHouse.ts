import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { newId } from '../../db/id.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { customer } from '../../db/schema/customer.ts'
import { person, personRegion, personSkill, region } from '../../db/schema/person.ts'
import { HOUR } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { testApi } from './api.ts'
import { testDb } from './database.ts'
import { TOOLS } from './serviceTask.ts'

export type Person = Awaited<ReturnType<Awaited<ReturnType<typeof testApi>>['signedIn']>>

/** A department with its API, and the ways a service task goes through it. Call it at the top of a test file. */
export async function taskHouse() {
  const { db } = await testDb()
  const api = await testApi(db)
  const north = newId()
  const customerId = newId()
  const SKILLED = 'DTU-3000'
  await seedPolicies(db)
  await seedYears(db, Date.now())
  await db.insert(region).values([{ id: north, code: 'N', name: '北区' }])
  await db.insert(customer).values({ id: customerId, code: 'C1', name: '㴨水供电公司', regionId: north })
  const south = newId()
  await db.insert(region).values({ id: south, code: 'S', name: '南区' })
  const gm = await api.signedIn(['companyGm'])
  const director = await api.signedIn(['serviceDirector'])
  const sales = await api.signedIn(['salesperson'])
  const office = await api.signedIn(['salesBackOffice'])
  const engineer = await api.signedIn(['engineer'])
  const other = await api.signedIn([{ role: 'engineer', regionId: south }])
  const southern = await api.signedIn([{ role: 'serviceDirector', regionId: south }])
  await db.insert(personRegion).values({ personId: engineer.personId, regionId: north })
  await db.insert(personSkill).values({ personId: engineer.personId, product: SKILLED, level: 4 })
  await db.update(person).set({ superiorId: director.personId }).where(eq(person.id, engineer.personId))

  const iso = (ms: number) => formatInstant(Math.floor((Date.now() + ms) / 1000) * 1000)
  const notice = {
    contactName: '𬎆先生',
    contactDetails: '13800000000',
    requirement: '终端不上线',
    siteSituation: '变电站，需办工作票',
  }
  const travel = { destination: '济南', transport: '高铁', departOn: '2026-04-06', returnOn: '2026-04-08' }

  async function requested(more: object = {}): Promise<string> {
    const body = { customerId, ...notice, product: SKILLED, ...more }
    const answer = await api.ask('post', '/api/service-tasks', { as: sales.token, body })
    expect(answer.status).toBe(201)
    return answer.body.caseId
  }

  /** One step by one person; the status and what is open after it. */
  async function step(id: string, name: string, by: Person, body: object = {}) {
    const answer = await api.ask('post', `/api/service-tasks/${id}/${name}?lang=en`, { as: by.token, body })
    const rows: { promise: string; work: string }[] = answer.body.obligations ?? []
    const open = rows.filter((row) => row.work === 'open').map((row) => row.promise)
    return { status: answer.status, open, problem: answer.body, rows: answer.body.obligations }
  }
  async function walk(id: string, steps: [name: string, by: Person, body?: object][]) {
    let last = { open: [] as string[] }
    for (const [name, by, body] of steps) {
      const done = await step(id, name, by, body)
      expect([name, done.status, done.problem.detail]).toEqual([name, 200, undefined])
      last = done
    }
    return last.open
  }
  const accepted = (): [string, Person, object?][] => [
    ['signature', gm],
    ['assignments', director, { engineerId: engineer.personId }],
    ['acceptance', engineer],
  ]
  const prepared = (mode = 'onSite'): [string, Person, object?][] => [
    ...accepted(),
    ['site-confirmation', engineer, { situation: '一致' }],
    ['solution', engineer, { solution: '更换通信模块', mode }],
    ['preparation', engineer, { tools: TOOLS, documents: ['手册'], spares: ['模块'] }],
  ]
  const approved = (): [string, Person, object?][] => [
    ...prepared(),
    ['appointment', engineer, { appointmentAt: iso(24 * HOUR) }],
    ['plan', engineer, { estimateAt: iso(48 * HOUR), travel }],
    ['plan-decision', director, { approved: true }],
  ]
  const onSite = (): [string, Person, object?][] => [
    ...approved(),
    ['departure', engineer],
    ['arrival', engineer],
    ['arrival-call', engineer, { serviceAt: iso(0) }],
  ]
  const scores = { attitude: 'excellent', skill: 'good', result: 'fair' }
  const finished = (): [string, Person, object?][] => [
    ...onSite(),
    ['completion', engineer],
    ['record', engineer, { work: '更换模块', resolution: '已上线' }],
  ]

  const people = { gm, director, sales, office, engineer, other, southern }
  const ways = { accepted, prepared, approved, onSite, finished }
  return { db, api, ...people, ...ways, requested, step, walk, iso, notice, travel, scores, north, customerId, SKILLED }
}
