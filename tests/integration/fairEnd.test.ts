import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { openAssessments } from '../../db/assessment/open.ts'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { fileAppeal } from '../../db/appeal/file.ts'
import { confirmDue } from '../../db/consequence/confirm.ts'
import { deliverDue } from '../../db/consequence/deliver.ts'
import { newId } from '../../db/id.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { cases } from '../../db/schema/case.ts'
import { consequences, consequenceSeen } from '../../db/schema/consequence.ts'
import { notifications } from '../../db/schema/notification.ts'
import { person, personRole } from '../../db/schema/person.ts'
import { recommendations } from '../../db/schema/window.ts'
import { followStatements } from '../../db/statement/open.ts'
import { gradeOn } from '../../db/window/grade.ts'
import { DAY, HOUR, type Instant } from '../../rules/instant.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { accidentDesk, at, COMPLAINT_I, newEngineer } from '../support/accidents.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { entriesOf } from '../support/entry.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'

const { db } = await testDb()
let now: Instant = Date.now()
const api = await testApi(db, { clock: () => now })
beforeAll(async () => {
  await seedPolicies(db)
  await seedYears(db, Date.now())
})
const gm = await api.signedIn(['companyGm'])
const vice = await api.signedIn(['viceGm'])
const boss = await api.signedIn(['serviceDirector'])
const finance = await api.signedIn(['finance'])
const desk = accidentDesk(db, boss.personId)
type Who = { personId: string; token: string }

async function engineer(): Promise<Who> {
  const one = await api.signedIn(['engineer'])
  await db.update(personRole).set({ fromAt: 0 }).where(eq(personRole.personId, one.personId))
  await db.update(person).set({ superiorId: boss.personId }).where(eq(person.id, one.personId))
  return one
}

const enter = entriesOf(db)
const call = (method: 'get' | 'post', path: string, as: { token: string }, body?: object) =>
  api.ask(method, path, { as: as.token, body })
const stateOf = async (id: string, as: { token: string }) => (await call('get', `/api/ledger/${id}`, as)).body.state
const confirmation = async (id: string) =>
  (
    await db
      .select()
      .from(consequences)
      .where(and(eq(consequences.aboutId, id), eq(consequences.kind, 'confirmation')))
  )[0]

describe('an entry that its person never opens', () => {
  it('counts as seen working days after its notice was delivered, and is confirmed after the days for a cause', async () => {
    const who = await engineer()
    const id = await enter(who.personId, at('2026-03-02T10:00:00'))
    const look = async (when: Instant) => [await deliverDue(db, when), await confirmDue(db, when)]
    expect(await look(at('2026-03-09T23:59:59'))).toEqual([0, 0])
    expect(await look(at('2026-03-10T00:00:00'))).toEqual([1, 0])
    expect(await look(at('2026-03-12T23:59:59'))).toEqual([0, 0])
    expect(await look(at('2026-03-13T00:00:00'))).toEqual([0, 1])
    expect((await confirmation(id))!.arithmetic).toMatchObject({ rule: 'unanswered', by: 'delivered' })
    const mine = (await call('get', '/api/ledger?limit=50', who)).body.items
    expect(mine.some((row: { because: { zh: string } }) => row.because.zh.includes('视为知悉'))).toBe(true)
  })

  it('waits where mail is under way or nothing can reach them, until somebody hands it over with a record', async () => {
    const who = await engineer()
    await db.update(person).set({ email: 'e@example.com' }).where(eq(person.id, who.personId))
    const id = await enter(who.personId, at('2026-03-02T10:00:00'))
    const later = at('2026-05-20T00:00:00')
    expect(await deliverDue(db, later)).toBe(0)
    const mail = and(eq(notifications.personId, who.personId), eq(notifications.channel, 'email'))
    await db.update(person).set({ active: false }).where(eq(person.id, who.personId))
    expect(await deliverDue(db, later)).toBe(0)
    now = later
    const hand = (as: Who, handedAt: string) =>
      call('post', `/api/ledger/${id}/hand-over`, as, { handedAt, note: '当面交付，签收单存档' })
    expect((await hand(boss, '2026-03-01T10:00:00+08:00')).body.code).toBe('consequence.handedBefore')
    expect((await hand(boss, '2026-05-21T10:00:00+08:00')).body.code).toBe('fact.future')
    expect((await hand(boss, '2026-05-19T10:00:00+08:00')).status).toBe(204)
    expect(await confirmDue(db, at('2026-05-22T23:59:59'))).toBe(0)
    expect(await confirmDue(db, at('2026-05-23T00:00:00'))).toBe(1)
    expect((await confirmation(id))!.arithmetic).toMatchObject({ by: 'handedOver' })
    expect(await db.select().from(notifications).where(mail)).toHaveLength(1)
  })

  it('opened or handed over twice: the first time counts; nobody hands over their own', async () => {
    const who = await engineer()
    const id = await enter(who.personId, at('2026-06-01T10:00:00'))
    const own = await enter(boss.personId, at('2026-06-01T10:00:00'))
    now = at('2026-06-02T10:00:00')
    await call('post', `/api/ledger/${id}/seen`, who)
    const hand = (entry: string, handedAt: string) =>
      call('post', `/api/ledger/${entry}/hand-over`, boss, { handedAt, note: 'x' })
    await hand(id, '2026-06-02T09:59:00+08:00')
    await hand(id, '2026-06-02T10:00:00+08:00')
    const [seen] = await db.select().from(consequenceSeen).where(eq(consequenceSeen.consequenceId, id))
    expect(seen).toMatchObject({ by: 'handedOver', seenAt: at('2026-06-02T09:59:00') })
    expect((await hand(own, '2026-06-02T10:00:00+08:00')).body.code).toBe('consequence.concerned')
  })
})

describe('a reward', () => {
  it('is confirmed by the signature under the sheet that holds it; who left gets the rest in a final settlement [S0-A-6.4]', async () => {
    const who = await engineer()
    const reward = await enter(who.personId, at('2026-01-20T10:00:00'), {
      kind: 'reward',
      amountFen: 10_000,
      clause: 'S0-A-7.8',
    })
    const fine = await enter(who.personId, at('2026-01-21T10:00:00'))
    await enter(who.personId, at('2026-01-22T10:00:00'), { kind: 'confirmation', aboutId: fine, amountFen: 0 })
    const open = (key: string) => {
      const month = periodNamed('monthly', key)
      now = month.untilAt
      return db.transaction((tx) => openAssessments(tx, procedures.assessment, month, now))
    }
    const sheetsOf = async (scope: string) => (await call('get', `/api/assessments?scope=${scope}`, gm)).body.items
    await open('2026-01')
    const [january] = await sheetsOf('staff')
    await call('post', `/api/assessments/${january.id}/issue`, boss, {})
    expect(await stateOf(reward, who)).toBe('provisional')
    expect((await call('post', `/api/assessments/${january.id}/signature`, gm, {})).status).toBe(200)
    expect(await stateOf(reward, who)).toBe('confirmed')
    // Left with January's end; the fine is waived in March.
    await db
      .update(personRole)
      .set({ toAt: at('2026-02-01T00:00:00') })
      .where(eq(personRole.personId, who.personId))
    await enter(who.personId, at('2026-03-10T10:00:00'), {
      kind: 'waiver',
      aboutId: fine,
      amountFen: 2_000,
      arithmetic: { rule: 'waived' },
    })
    await open('2026-02')
    expect(await sheetsOf('final')).toEqual([])
    await open('2026-03')
    const [final] = await sheetsOf('final')
    const { sheet } = (await call('get', `/api/assessments/${final.id}`, finance)).body
    const own = sheet.people.filter((one: { personId: string }) => one.personId === who.personId)
    expect(own).toMatchObject([{ totalFen: 2_000, lines: [{ kind: 'waiver', correction: true }] }])
    await call('post', `/api/assessments/${final.id}/issue`, boss, {})
    await call('post', `/api/assessments/${final.id}/signature`, gm, {})
    const { files } = (await call('get', `/api/assessments/${final.id}`, finance)).body
    const { sha256 } = files.find((one: { format: string }) => one.format === 'csv')
    expect((await call('post', `/api/assessments/${final.id}/acknowledgement`, finance, { sha256 })).status).toBe(200)
  })
})

describe('a required statement', () => {
  it('is asked for once, written, sent back, written again and accepted; gone with its ground [S4-D-2.5a] [S4-N-2.5a]', async () => {
    now = at('2026-04-01T09:00:00')
    const who = await engineer()
    const statement = {
      kind: 'statement',
      amountFen: 0,
      clause: 'S4-N-2.5a',
      arithmetic: { rule: 'statementByTheCase' },
    }
    const entry = await enter(who.personId, now, statement)
    const fallen = await enter(who.personId, now, { ...statement, key: `test:${newId()}` })
    const follow = () => followStatements(db, procedures.statement, now)
    expect((await Promise.all([follow(), follow()])).flat()).toHaveLength(2)
    expect(await follow()).toEqual([])
    const { items } = (await call('get', '/api/statements', who)).body
    const [mine, other] = [entry, fallen].map((id) =>
      items.find((one: { consequenceId: string }) => one.consequenceId === id),
    )
    const path = `/api/statements/${mine.caseId}`
    const submit = (as: Who, text = '因家事') => call('post', `${path}/submission`, as, { text })
    expect((await submit(boss)).status).toBe(403)
    const [owed] = (await submit(who)).body.obligations
    expect(owed).toMatchObject({ clause: 'S4-N-2.5a', dueKind: 'prompt', dueAt: '2026-04-07T23:59:59+08:00' })
    const read = (accepted: boolean) => call('post', `${path}/reading`, boss, { accepted, note: '请写明日期' })
    await read(false)
    expect((await submit(who, '三月五日至七日因家事')).status).toBe(200)
    await read(true)
    expect((await call('get', path, boss)).body).toMatchObject({ state: 'ended', text: '三月五日至七日因家事' })
    const stranger = await engineer()
    expect((await call('get', path, stranger)).status).toBe(404)

    await enter(who.personId, now, { kind: 'waiver', aboutId: fallen, amountFen: 0, arithmetic: { rule: 'waived' } })
    expect(await follow()).toEqual([other.caseId])
    const [gone] = await db.select().from(cases).where(eq(cases.id, other.caseId))
    expect(gone!.state).toBe('withdrawn')
  })
})

describe('an appeal against an approved downgrade', () => {
  it('is decided by somebody else than who approved it; lifted, the grade goes back and stays [S0-A-7.6]', async () => {
    const personId = await newEngineer(db, boss.personId)
    await desk.record(personId, { kind: 'payGradeSet', grade: 2 }, at('2025-01-01T00:00:00'))
    for (const month of ['02', '03']) await desk.report(personId, COMPLAINT_I, at(`2026-${month}-16T10:00:00`))
    now = at('2026-03-20T09:00:00')
    await desk.follow(now)
    const asked = (await desk.asked(personId)).find(({ action }) => action === 'downgrade')!
    await call('post', `/api/recommendations/${asked.caseId}/decision`, gm, { approved: true, note: '同意' })
    expect(await gradeOn(db, personId, now)).toBe(3)
    now += HOUR
    const { caseId, obligations } = await db.transaction((tx) =>
      fileAppeal(
        tx,
        procedures.appeal,
        { consequenceId: asked.consequenceId, reason: '责任不在本人', byId: personId },
        now,
      ),
    )
    expect(obligations.at(-1)).toMatchObject({ bearerRole: 'viceGm' })
    const decide = (as: Who, outcome: string, more = {}) =>
      call('post', `/api/appeals/${caseId}/decision`, as, { outcome, explanation: '查实', ...more })
    expect((await decide(gm, 'lifted')).body.code).toBe('consequence.concerned')
    expect((await decide(vice, 'reduced', { remainingFen: 1 })).body.code).toBe('appeal.notLess')
    expect((await decide(vice, 'lifted')).status).toBe(200)
    expect(await gradeOn(db, personId, now)).toBe(2)
    const [row] = await db.select().from(recommendations).where(eq(recommendations.caseId, asked.caseId))
    expect(row!.decision).toBe('revoked')
    await desk.follow(now + DAY)
    const again = (await desk.asked(personId)).filter(
      ({ action, decision }) => action === 'downgrade' && decision === null,
    )
    expect(again).toEqual([])
  })
})

describe('opening balances from a file', () => {
  it('count in windows and base pay, twice loaded once, and every wrong row is named', async () => {
    const hr = await api.signedIn(['hrSpecialist'])
    now = at('2026-05-04T09:00:00')
    const codes = await Promise.all([newEngineer(db, boss.personId), newEngineer(db, boss.personId)])
    const [who, clean] = codes as [string, string]
    const rows = [
      '工号,项目,日期,内容,同日序号',
      `${who},事故,2026-02-16,I,`,
      `${who},Accident,2026-03-16,I,`,
      `${who},评价,2026-03-16,差,`,
      `${who},工资档次,2026-01-01,二等,`,
      ...['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04'].map(
        (month) => `${clean},无过失月,${month},,`,
      ),
      `${clean},技能考试合格,2025-12-05,,`,
    ]
    const load = (more: string[] = []) =>
      api.ask('post', '/api/import/openings', { as: hr.token, csv: [...rows, ...more].join('\n') })
    const wrong = await load([`${who},事故,2026-02-16,III,`, `nobody,评价,2026-02-16,中,`, `${who},无过失月,2026-05,,`])
    expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/13/value',
      '#/14/person',
      '#/15/on',
    ])
    expect((await load()).body).toMatchObject({ rows: 11, written: 11 })
    expect((await load()).status).toBe(200)
    await desk.follow(now)
    expect(await desk.asked(who)).toMatchObject([{ action: 'downgrade', grounded: true }])
    expect(await gradeOn(db, who, now)).toBe(2)
    expect((await desk.standing(clean)).filter(({ kind }) => kind === 'reward').map(({ clause }) => clause)).toContain(
      'S0-A-7.8',
    )
  })
})

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining([
      'confirmation sheetSigned',
      'recommendation raise',
      'reward window.clean',
      'statement statementByTheCase',
    ]),
  )
})
