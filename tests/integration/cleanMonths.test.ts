import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { readAccident } from '../../db/accident/read.ts'
import { waive } from '../../db/consequence/decide.ts'
import { newId } from '../../db/id.ts'
import { declareAbsence } from '../../db/person/absences.ts'
import { editPerson } from '../../db/person/savePerson.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { cases } from '../../db/schema/case.ts'
import { person, personRole, region } from '../../db/schema/person.ts'
import { correctRating } from '../../db/serviceTask/rate.ts'
import { markOutdated, markWindows } from '../../db/window/mark.ts'
import { explain } from '../../rules/consequence/explain.ts'
import { DAY } from '../../rules/instant.ts'
import { accidentDesk, at, COMPLAINT_I, newEngineer } from '../support/accidents.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'
import { scored, serviceTasks } from '../support/serviceTask.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  sales: { role: 'salesManager' },
  office: { role: 'salesBackOffice' },
  hr: { role: 'hrSpecialist' },
})
const { director } = people
const desk = accidentDesk(db, people.hr)
const engineer = () => newEngineer(db, director)
const summary = async (who: string) => (await desk.standing(who)).map((row) => [row.clause, row.kind, row.amountFen])

describe('the department', () => {
  it('three Class I within three months ask for the supervisor’s downgrade; six months without earn ¥100 [S0-A-7.S4] [S0-A-7.S5]', async () => {
    const boss = newId()
    await db.insert(person).values({ id: boss, code: boss, name: boss, kind: 'staff' })
    // The post changes hands: the new holder answers for what happens from then on.
    const from = at('2027-01-01T00:00:00')
    await db.update(personRole).set({ toAt: from }).where(eq(personRole.personId, director))
    await db.insert(personRole).values({ id: newId(), personId: boss, role: 'serviceDirector', fromAt: from })
    const before = await desk.report(await engineer(), COMPLAINT_I, from - 1)
    expect((await readAccident(db, before)).supervisorId).toBe(director)
    for (const on of ['2027-01-01', '2027-02-01', '2027-04-01'])
      await desk.report(await engineer(), COMPLAINT_I, at(`${on}T00:00:00`))
    for (const month of ['2027-05', '2027-06', '2027-07', '2027-08', '2027-09', '2027-10'])
      await desk.record(boss, { kind: 'openingCleanMonth', month }, at(`${month}-01T00:00:00`))
    await desk.follow(at('2027-10-31T23:00:00'))
    const fines = Array.from({ length: 3 }, () => ['S0-A-7.S2a', 'fine', -5_000])
    expect((await summary(boss)).filter(([, kind]) => kind === 'fine')).toEqual(fines)
    expect(await desk.asked(boss)).toMatchObject([{ action: 'downgrade' }])
    expect((await summary(boss)).filter(([, kind]) => kind === 'reward')).toEqual([])
    await markOutdated(db, at('2027-11-01T00:00:00'))
    await desk.follow(at('2027-11-01T00:00:00'))
    expect((await summary(boss)).filter(([, kind]) => kind === 'reward')).toEqual([['S0-A-7.S5', 'reward', 10_000]])
    // A complaint of September comes to light in November.
    await desk.report(await engineer(), COMPLAINT_I, at('2027-09-30T23:59:59'), at('2027-11-02T00:00:00'))
    await desk.follow(at('2027-11-02T00:00:00'))
    expect((await summary(boss)).filter(([, kind]) => kind === 'reward')).toEqual([])
    await db.update(personRole).set({ toAt: null }).where(eq(personRole.personId, director))
    await db.delete(personRole).where(eq(personRole.personId, boss))
  })
})

describe('a department taken over', () => {
  it('with two Class I accidents: the third asks for the supervisor’s downgrade, and costs only itself [S0-A-7.S4]', async () => {
    const before = await desk.net(director)
    for (const on of ['2026-01-10', '2026-02-10'])
      await desk.record(director, { kind: 'openingAccident', class: 'I' }, at(`${on}T10:00:00`))
    await desk.report(await engineer(), COMPLAINT_I, at('2026-04-10T10:00:00'))
    await desk.follow(at('2026-04-11T00:00:00'))
    expect(await desk.asked(director)).toMatchObject([{ action: 'downgrade', grounded: true }])
    expect(await desk.net(director)).toBe(before - 5_000)
  })
})

describe('three clean months [S0-A-7.8]', () => {
  const now = at('2026-05-01T00:00:00')
  const checked = async (who: string) => {
    for (const month of ['2026-02', '2026-03', '2026-04'])
      await desk.record(who, { kind: 'documentsChecked', month, complete: true }, at('2026-04-30T18:00:00'))
  }

  it('earn ¥100 when the last is over, once; a rating that turns out fair takes it back, corrected it is earned again', async () => {
    const who = await engineer()
    const { customerId } = await customerOf(db, '+8613800000001')
    const tasks = serviceTasks(db, { ...people, engineer: who, customerId })
    const caseId = await tasks.rated(at('2026-03-10T10:00:00'), scored('good', 'good', 'excellent'))
    await checked(who)
    await desk.follow(now - 1)
    expect(await summary(who)).toEqual([])
    await markOutdated(db, now)
    await desk.follow(now)
    expect(await summary(who)).toEqual([['S0-A-7.8', 'reward', 10_000]])
    const [reward] = await desk.standing(who)
    expect(reward).toMatchObject({ occurredAt: at('2026-04-30T23:59:59'), arithmetic: { fromOn: '2026-02-01' } })
    expect(reward!.evidenceIds).toHaveLength(3)

    const correction = { caseId, byId: director, scope: 'all' as const, reason: '看错' }
    const change = (scores: ReturnType<typeof scored>) =>
      db.transaction((tx) => correctRating(tx, { ...correction, scores }, now + DAY))
    await change(scored('good', 'fair', 'excellent'))
    await desk.follow(now + DAY)
    expect(await summary(who)).toEqual([])
    // The reversal says what became known since, and names its row.
    const [taken] = await db.select().from(consequences).where(eq(consequences.aboutId, reward!.id))
    expect(taken!.evidenceIds).toHaveLength(1)
    expect(explain(taken!).because.en).toContain('What became known since happened at 2026-03-10 10:00:00.')
    await change(scored('good', 'good', 'good'))
    await desk.follow(now + DAY)
    expect(await summary(who)).toEqual([['S0-A-7.8', 'reward', 10_000]])
    expect(await desk.net(who)).toBe(10_000)
  })

  it('are not spoilt by a poor score whose fine was waived', async () => {
    const who = await engineer()
    const { customerId } = await customerOf(db, '+8613800000002')
    const tasks = serviceTasks(db, { ...people, engineer: who, customerId })
    await tasks.rated(at('2026-03-10T10:00:00'), scored('poor', 'good', 'fair'))
    await checked(who)
    await desk.follow(now)
    const [fine] = await desk.standing(who)
    const letGo = (consequenceId: string) =>
      db.transaction((tx) => waive(tx, { consequenceId, reason: '客户误评', byId: people.gm }, now))
    await letGo(fine!.id)
    await desk.follow(now)
    // The fair score beside it stands.
    expect((await summary(who)).filter(([, kind]) => kind === 'reward')).toEqual([])

    const other = await engineer()
    const theirs = serviceTasks(db, { ...people, engineer: other, customerId })
    await theirs.rated(at('2026-03-11T10:00:00'), scored('poor', 'good', 'good'))
    await checked(other)
    await desk.follow(now)
    await letGo((await desk.standing(other))[0]!.id)
    await desk.follow(now)
    expect(await desk.net(other)).toBe(10_000)
  })

  it('that end with the post are rewarded when the month is over; nobody who left goes on earning', async () => {
    const [leaver, gone] = [await engineer(), await engineer()]
    for (const who of [leaver, gone]) await checked(who)
    const leave = (who: string, on: number) => db.transaction((tx) => editPerson(tx, who, { active: false }, on))
    await leave(leaver, at('2026-04-30T18:00:00'))
    await leave(gone, at('2026-02-05T18:00:00'))
    await desk.follow(at('2026-04-30T23:00:00'))
    await markOutdated(db, now)
    await desk.follow(now)
    expect(await summary(leaver)).toEqual([['S0-A-7.8', 'reward', 10_000]])
    expect(await summary(gone)).toEqual([])
    expect(await db.select({ toAt: personRole.toAt }).from(personRole).where(eq(personRole.personId, leaver))).toEqual([
      { toAt: at('2026-04-30T18:00:00') },
    ])
  })

  it('three months of leave earn nothing; of trips they do', async () => {
    const [resting, travelling] = [await engineer(), await engineer()]
    const span = { fromAt: at('2026-02-01T00:00:00'), toAt: now }
    await db.transaction((tx) => declareAbsence(tx, { personId: resting, kind: 'leave', ...span }, span.fromAt))
    await db.transaction((tx) => declareAbsence(tx, { personId: travelling, kind: 'trip', ...span }, span.fromAt))
    for (const who of [resting, travelling]) await checked(who)
    await desk.follow(now)
    expect(await summary(resting)).toEqual([])
    expect(await summary(travelling)).toEqual([['S0-A-7.8', 'reward', 10_000]])
  })

  it('a record of somebody else’s month, of the future or of oneself is refused', async () => {
    const who = await engineer()
    const own = accidentDesk(db, who)
    const passed = { kind: 'examTaken', exam: 'training', passed: true } as const
    await expect(own.record(who, passed, now)).rejects.toMatchObject({ code: 'record.ownMatter' })
    await expect(desk.record(who, passed, now, now - 1)).rejects.toMatchObject({ code: 'fact.future' })
    await expect(desk.record('nobody', passed, now)).rejects.toMatchObject({ code: 'person.notFound' })
  })
})

describe('a department of regions', () => {
  it('earns where it served, and nothing where nobody was served [S0-A-7.S5]', async () => {
    const supervisor = async (regionId: string) => {
      await db.insert(region).values({ id: regionId, code: regionId, name: regionId })
      const id = newId()
      await db.insert(person).values({ id, code: id, name: id, kind: 'staff' })
      const post = { role: 'serviceSupervisor' as const, regionId, fromAt: at('2025-01-01T00:00:00') }
      await db.insert(personRole).values({ id: newId(), personId: id, ...post })
      return id
    }
    const [east, west] = [await supervisor('east'), await supervisor('west')]
    const months = ['01', '02', '03', '04', '05', '06']
    const task = { kind: 'serviceTask', state: 'ended', terms: {}, regionId: 'east' } as const
    for (const month of months)
      await db
        .insert(cases)
        .values({ id: `serviceTask-${newId()}`, ...task, startedAt: at(`2025-${month}-20T09:00:00`) })
    const now = at('2025-07-01T00:00:00')
    await db.transaction((tx) => markWindows(tx, [east, west]))
    await desk.follow(now)
    expect(await summary(east)).toEqual([['S0-A-7.S5', 'reward', 10_000]])
    expect(await summary(west)).toEqual([])
  })
})

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining(['reward window.clean', 'reward window.departmentClean']),
  )
})
