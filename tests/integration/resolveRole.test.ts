import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../db/id.ts'
import { declareAbsence } from '../../db/person/absences.ts'
import { assignDuty, createLine } from '../../db/person/duty.ts'
import { createRegion } from '../../db/person/regions.ts'
import { onDuty, resolveRole, superiorOf } from '../../db/person/resolve.ts'
import { grantRole, grantSubstitution } from '../../db/person/roles.ts'
import { createPerson, editPerson } from '../../db/person/savePerson.ts'
import { createCustomer } from '../../db/customer/saveCustomer.ts'
import type { Role } from '../../rules/roles.ts'
import { SECOND } from '../../rules/instant.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
const AT = Date.parse('2026-02-16T18:00:00+08:00')
const LATER = Date.parse('2026-02-17T08:00:00+08:00')

const someone = (more: { superiorId?: string; sample?: string } = {}) =>
  db.transaction((tx) => createPerson(tx, { code: newId(), name: 'x', kind: 'staff', ...more }))
const holder = async (
  role: Role,
  more: { regionId?: string; sample?: string; fromAt?: number; toAt?: number } = {},
) => {
  const { sample, ...segment } = more
  const personId = await someone({ sample })
  await db.transaction((tx) => grantRole(tx, { personId, role, fromAt: 0, ...segment }))
  return personId
}
const away = (personId: string, fromAt = AT, toAt: number | null = LATER) =>
  db.transaction((tx) => declareAbsence(tx, { personId, kind: 'leave', fromAt, toAt }, fromAt))
const substitute = async (fromPersonId: string, role: Role, rank = 1, fromAt = AT, toAt = LATER) => {
  const toPersonId = await someone()
  await db.transaction((tx) => grantSubstitution(tx, { fromPersonId, toPersonId, role, rank, fromAt, toAt }))
  return toPersonId
}

describe('a role is held in dated segments', () => {
  it('from its first instant, until and without its last', async () => {
    const one = await holder('finance', { fromAt: AT, toAt: LATER })
    const next = await holder('finance', { fromAt: LATER })
    const at = async (instant: number) => (await resolveRole(db, { role: 'finance', at: instant })).personIds
    expect(await at(AT - SECOND)).toEqual([])
    expect(await at(AT)).toEqual([one])
    expect(await at(LATER - SECOND)).toEqual([one])
    expect(await at(LATER)).toEqual([next])
  })

  it('not by somebody who is no longer active', async () => {
    const gone = await holder('rd')
    await db.transaction((tx) => editPerson(tx, gone, { active: false }, LATER))
    expect(await resolveRole(db, { role: 'rd', at: AT })).toEqual({ personIds: [], via: 'none', skipped: [] })
  })
})

describe('an absent holder', () => {
  let gm: string
  let second: string
  beforeAll(async () => {
    gm = await holder('centreGm')
    await away(gm)
    second = await substitute(gm, 'centreGm', 2)
  })
  const ask = (at: number, aboutPersonId?: string) => resolveRole(db, { role: 'centreGm', at, aboutPersonId })

  it('is reached through a substitute while away, and not a second longer', async () => {
    expect(await ask(AT - SECOND)).toEqual({ personIds: [gm], via: 'holder', skipped: [] })
    const skipped = [{ personId: gm, reason: 'absent' }]
    expect(await ask(AT)).toEqual({ personIds: [second], via: 'substitute', skipped })
    expect(await ask(LATER - SECOND)).toEqual({ personIds: [second], via: 'substitute', skipped })
    expect(await ask(LATER)).toEqual({ personIds: [gm], via: 'holder', skipped: [] })
  })

  it('leaves nobody where the substitute is the person concerned', async () => {
    expect(await ask(AT, second)).toMatchObject({ personIds: [], via: 'none' })
  })

  it('is reached through the first by rank who is present', async () => {
    const first = await substitute(gm, 'centreGm', 1)
    expect((await ask(AT)).personIds).toEqual([first])
    await away(first)
    expect((await ask(AT)).personIds).toEqual([second])
  })

  it('needs no substitute beside another holder who is present', async () => {
    const other = await holder('centreGm')
    expect(await ask(AT)).toEqual({ personIds: [other], via: 'holder', skipped: [{ personId: gm, reason: 'absent' }] })
  })

  it('has no substitute by a grant of another role', async () => {
    const director = await holder('serviceDirector')
    await db.transaction((tx) => grantRole(tx, { personId: director, role: 'officeDirector', fromAt: 0 }))
    await substitute(director, 'officeDirector')
    await away(director)
    expect((await resolveRole(db, { role: 'serviceDirector', at: AT })).via).toBe('none')
  })
})

it('the person concerned is passed over, and nobody acts in their name', async () => {
  const deputy = await holder('centreDeputyGm')
  await substitute(deputy, 'centreDeputyGm')
  const found = await resolveRole(db, { role: 'centreDeputyGm', at: AT, aboutPersonId: deputy })
  expect(found).toEqual({ personIds: [], via: 'none', skipped: [{ personId: deputy, reason: 'concerned' }] })
})

describe('a region', () => {
  it('has its own holders first, then those of everywhere, and never another region’s', async () => {
    const [north, south, west] = await db.transaction(async (tx) => [
      await createRegion(tx, { code: 'N', name: 'N' }),
      await createRegion(tx, { code: 'S', name: 'S' }),
      await createRegion(tx, { code: 'W', name: 'W' }),
    ])
    const inNorth = await holder('regionalManager', { regionId: north!.id })
    const inSouth = await holder('regionalManager', { regionId: south!.id })
    const ask = (regionId?: string) => resolveRole(db, { role: 'regionalManager', at: AT, regionId })
    expect((await ask(north!.id)).personIds).toEqual([inNorth])
    expect((await ask()).personIds.sort()).toEqual([inNorth, inSouth].sort())
    expect((await ask(west!.id)).via).toBe('none')
    const everywhere = await holder('regionalManager')
    expect((await ask(west!.id)).personIds).toEqual([everywhere])
    await away(inNorth)
    expect(await ask(north!.id)).toEqual({
      personIds: [everywhere],
      via: 'holder',
      skipped: [{ personId: inNorth, reason: 'absent' }],
    })
    const served = await db.transaction((tx) => createCustomer(tx, { code: 'c', name: 'c', regionId: south!.id }))
    const byCustomer = await resolveRole(db, { role: 'regionalManager', at: AT, customerId: served.id })
    expect(byCustomer.personIds).toEqual([inSouth])
  })
})

it('people of a demo are told of its matters only, and nobody else is', async () => {
  const real = await holder('salesManager')
  const played = await holder('salesManager', { sample: 'demo' })
  const ask = (more: object) => resolveRole(db, { role: 'salesManager', at: AT, ...more })
  expect((await ask({})).personIds).toEqual([real])
  expect((await ask({ sample: 'demo' })).personIds).toEqual([played])
  const concerned = await someone({ sample: 'demo' })
  expect((await ask({ aboutPersonId: concerned })).personIds).toEqual([played])
})

describe('the superior', () => {
  it('is the first above who is present, walking up', async () => {
    const top = await someone()
    const middle = await someone({ superiorId: top })
    const low = await someone({ superiorId: middle })
    expect((await superiorOf(db, low, AT)).personIds).toEqual([middle])
    await away(middle)
    expect(await superiorOf(db, low, AT)).toEqual({
      personIds: [top],
      via: 'holder',
      skipped: [{ personId: middle, reason: 'absent' }],
    })
    expect(await superiorOf(db, low, AT, top)).toMatchObject({ personIds: [], via: 'none' })
    expect(await superiorOf(db, top, AT)).toEqual({ personIds: [], via: 'none', skipped: [] })
  })

  it('is found even in a loop that came in past the API', async () => {
    const [a, b] = [await someone(), await someone()]
    await db.$client`update person set superior_id = ${b} where id = ${a}`
    await db.$client`update person set superior_id = ${a} where id = ${b}`
    await away(b)
    expect((await superiorOf(db, a, AT)).via).toBe('none')
  })

  it('two edits at once cannot make each other’s superior', async () => {
    const [a, b] = [await someone(), await someone()]
    const edits = await Promise.allSettled([
      db.transaction((tx) => editPerson(tx, a, { superiorId: b }, AT)),
      db.transaction((tx) => editPerson(tx, b, { superiorId: a }, AT)),
    ])
    expect(edits.map((edit) => edit.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

it('who is on duty: on the roster at the instant, active and present [S2-3.1.1a]', async () => {
  const hotline = await db.transaction((tx) =>
    createLine(tx, { number: '400-800-1234', kind: 'hotline', department: 'x' }),
  )
  const [first, second] = [await someone(), await someone()]
  const put = (personId: string, fromAt: number, toAt: number) =>
    db.transaction((tx) => assignDuty(tx, { lineId: hotline.id, personId, fromAt, toAt }))
  await put(first, AT, LATER)
  await put(second, LATER, LATER + 3600 * SECOND)
  expect(await onDuty(db, hotline.id, AT - SECOND)).toEqual([])
  expect(await onDuty(db, hotline.id, AT)).toEqual([first])
  expect(await onDuty(db, hotline.id, LATER)).toEqual([second])
  await away(first)
  expect(await onDuty(db, hotline.id, AT)).toEqual([])
})
