import { expect, it } from 'vitest'
import { readAccident } from '../../db/accident/read.ts'
import { newId } from '../../db/id.ts'
import { regionsOn } from '../../db/person/regionsOn.ts'
import { createPerson, editPerson } from '../../db/person/savePerson.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { personRole, region } from '../../db/schema/person.ts'
import { DAY, type Instant } from '../../rules/instant.ts'
import { accidentDesk, at, COMPLAINT_I } from '../support/accidents.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
await seedPolicies(db)
await db.insert(region).values(['north', 'south'].map((id) => ({ id, code: id, name: id })))
const of = (code: string, role: 'engineer' | 'serviceSupervisor', regionId: string) =>
  db.transaction(async (tx) => {
    const id = await createPerson(tx, { code, name: code, kind: 'staff', regionIds: [regionId] })
    const where = role === 'engineer' ? null : regionId
    await tx.insert(personRole).values({ id: newId(), personId: id, role, regionId: where, fromAt: 0 })
    return id
  })

it('where somebody worked is known for every time, to the millisecond', async () => {
  const personId = await of('rover', 'engineer', 'south')
  const moved = at('2026-07-01T00:00:00')
  const move = (regionIds: string[], when: Instant) =>
    db.transaction((tx) => editPerson(tx, personId, { regionIds }, when))
  await move(['north', 'south'], moved)
  await move(['south', 'north'], moved + 1_000)
  await move([], moved + 2_000)
  const on = async (when: Instant) => (await regionsOn(db, [personId], when)).get(personId) ?? []
  expect(await on(moved - 1)).toEqual(['south'])
  expect(await on(moved)).toEqual(['north', 'south'])
  expect(await on(moved + 1_999)).toEqual(['north', 'south'])
  expect(await on(moved + 2_000)).toEqual([])
  expect(await db.$client`select 1 from person_region_change where person_id = ${personId}`).toHaveLength(3)
})

it('an accident is the matter of the region where the engineer worked then, whose supervisor pays [S0-A-7.S2a]', async () => {
  const [north, south] = [
    await of('north', 'serviceSupervisor', 'north'),
    await of('south', 'serviceSupervisor', 'south'),
  ]
  const desk = accidentDesk(db, north)
  const mover = await of('mover', 'engineer', 'north')
  const moved = at('2026-03-03T10:00:00')
  await db.transaction((tx) => editPerson(tx, mover, { regionIds: ['south'] }, moved))
  const reports = [
    await desk.report(mover, COMPLAINT_I, moved - 1, moved + DAY),
    await desk.report(mover, COMPLAINT_I, moved + 10 * DAY, moved + 10 * DAY),
  ]
  expect((await Promise.all(reports.map((id) => readAccident(db, id)))).map((one) => one.supervisorId)).toEqual([
    north,
    south,
  ])
})
