import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { decideAppeal, withdrawAppeal, type AppealDecision } from '../../db/appeal/decide.ts'
import { fileAppeal } from '../../db/appeal/file.ts'
import { sweep } from '../../db/case/tick.ts'
import { confirmDue, markSeen } from '../../db/consequence/confirm.ts'
import { claimCause, decideCause } from '../../db/consequence/decide.ts'
import { listEntries } from '../../db/consequence/read.ts'
import { newId } from '../../db/id.ts'
import { obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { notifications } from '../../db/schema/notification.ts'
import { completeTask, confirmCompletion, recordService } from '../../db/serviceTask/complete.ts'
import { correctRating, decideSignature, reportNoSignature } from '../../db/serviceTask/rate.ts'
import { explain } from '../../rules/consequence/explain.ts'
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../rules/instant.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { barsOf } from '../support/barred.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'
import { scored, serviceTasks } from '../support/serviceTask.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  vice: { role: 'viceGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
})
const { customerId } = await customerOf(db, '+8613800000021')
const tasks = serviceTasks(db, { ...people, customerId })
const { engineer, director, gm, vice } = people
const { appeal } = procedures

/** Friday; the estimate is the following Tuesday, 14 April 2026. */
const START = parseInstant('2026-04-10T09:00:00+08:00')
const ESTIMATE = parseInstant('2026-04-14T18:00:00+08:00')
const SEEN = ESTIMATE + HOUR
/** The first moment after three working days: Friday's end. */
const CONFIRMED = parseInstant('2026-04-18T00:00:00+08:00')
/** Five working days after that Saturday: Friday 24 April. */
const LAST = parseInstant('2026-04-24T23:59:59+08:00')

/** An entry of ¥50 that nobody answered: confirmed by the day. */
async function confirmed() {
  const caseId = await tasks.onSite(START, ESTIMATE)
  await sweep(db, ESTIMATE + SECOND, 0, 500)
  const [entry] = await tasks.ledger(caseId)
  await db.transaction((tx) => markSeen(tx, entry!.id, engineer, SEEN))
  await confirmDue(db, CONFIRMED)
  return { caseId, entryId: entry!.id }
}
const file = (consequenceId: string, byId = engineer, now: Instant = CONFIRMED + HOUR) =>
  db.transaction((tx) => fileAppeal(tx, appeal, { consequenceId, reason: '客户要求延后', byId }, now))
const decide = (
  caseId: string,
  more: Partial<AppealDecision> & Pick<AppealDecision, 'outcome'>,
  now = CONFIRMED + DAY,
) =>
  db.transaction((tx) =>
    decideAppeal(tx, appeal, { caseId, explanation: '已核实', byId: gm, scope: 'all', ...more }, now),
  )
const entriesOf = (caseId: string) => listEntries(db, { caseId, scope: 'all', limit: 50 })
async function standing(caseId: string) {
  const entries = await entriesOf(caseId)
  return {
    state: entries.find((one) => one.aboutId === null)!.state,
    net: entries.reduce((t, e) => t + e.amountFen, 0),
  }
}

describe('an appeal', () => {
  it.each([
    [{ outcome: 'upheld' }, 'confirmed', -5_000, 'upholding'],
    [{ outcome: 'reduced', remainingFen: 2_000 }, 'confirmed', -2_000, 'reduction'],
    [{ outcome: 'lifted' }, 'waived', 0, 'waiver'],
  ] as const)('ends as a further entry that explains itself: %j', async (decision, state, net, kind) => {
    const { caseId, entryId } = await confirmed()
    const { caseId: appealId } = await file(entryId)
    expect(await standing(caseId)).toEqual({ state: 'confirmed', net: -5_000 })
    await decide(appealId, decision)
    expect(await standing(caseId)).toEqual({ state, net })
    const made = (await entriesOf(caseId)).find((one) => one.kind === kind)!
    expect(made).toMatchObject({ aboutId: entryId, byId: gm, clause: 'S0-A-7.1' })
    expect(made.evidence.map((fact) => fact.kind)).toEqual(['appealDecided'])
    const { because } = explain(made)
    expect(because.zh).toContain('申诉裁定')
    expect(because.en).toContain('on appeal')
    await expect(decide(appealId, decision)).rejects.toMatchObject({ code: 'case.closed' })
    await expect(file(entryId)).rejects.toMatchObject({ code: /appeal\.(already|nothingLeft)/ })
    const told = and(eq(notifications.caseId, appealId), eq(notifications.template, 'appeal.decided'))
    expect((await db.select().from(notifications).where(told)).map((row) => row.personId)).toEqual([engineer])
  })

  it.each([
    [LAST - SECOND, undefined],
    [LAST, undefined],
    [LAST + SECOND, 'appeal.tooLate'],
  ])('is possible within five working days of the confirmation: %i', async (now, code) => {
    const { entryId } = await confirmed()
    const filed = file(entryId, engineer, now)
    if (code) await expect(filed).rejects.toMatchObject({ code })
    else expect((await filed).obligations).toMatchObject([{ promise: 'decide', bearerRole: 'companyGm' }])
  })

  it('is for the person concerned, and for what is confirmed', async () => {
    const { caseId, entryId } = await confirmed()
    await expect(file(entryId, director)).rejects.toMatchObject({ code: 'appeal.notYours' })
    const other = await tasks.onSite(START, ESTIMATE)
    await sweep(db, ESTIMATE + SECOND, 0, 500)
    const [fresh] = await tasks.ledger(other)
    await expect(file(fresh!.id)).rejects.toMatchObject({ code: 'appeal.notConfirmed' })
    const about = (await tasks.ledger(caseId)).find((one) => one.aboutId === entryId)!
    await expect(file(about.id)).rejects.toMatchObject({ code: 'consequence.unknown' })
  })

  it('has a decider with a clock of three working days that fines nobody', async () => {
    const { entryId } = await confirmed()
    const { obligations: rows } = await file(entryId)
    expect(rows[0]).toMatchObject({ dueKind: 'prompt', dueAt: parseInstant('2026-04-22T23:59:59+08:00'), stake: null })
  })

  it('is decided neither by the person, nor by who confirmed it, nor by one whose own penalty hangs on it', async () => {
    const { caseId, entryId } = await confirmed()
    const { caseId: appealId } = await file(entryId)
    await expect(decide(appealId, { outcome: 'upheld', byId: engineer })).rejects.toMatchObject({
      code: 'consequence.concerned',
    })
    const [entry] = await tasks.ledger(caseId)
    const related = { ...entry!, id: undefined, key: `test:${newId()}`, personId: gm, evidenceIds: [entryId] }
    await db.insert(consequences).values({ ...related, caseId: 'assessment-elsewhere' })
    await expect(decide(appealId, { outcome: 'upheld' })).rejects.toMatchObject({ code: 'consequence.concerned' })
    // Said before anybody tries: to those two, and not to who is impartial.
    const bar = ['appeal.decide', 'consequence.concerned']
    expect(await barsOf(db, appealId, engineer)).toEqual([bar])
    expect(await barsOf(db, appealId, gm)).toContainEqual(bar)
    expect(await barsOf(db, appealId, vice)).not.toContainEqual(bar)
    await decide(appealId, { outcome: 'upheld', byId: vice })
  })

  it('asks the next in line where the general manager confirmed the entry', async () => {
    const caseId = await tasks.onSite(START, ESTIMATE)
    await sweep(db, ESTIMATE + SECOND, 0, 500)
    const [entry] = await tasks.ledger(caseId)
    const consequenceId = entry!.id
    await db.transaction((tx) => claimCause(tx, { consequenceId, cause: 'own', note: '疏忽', byId: engineer }, SEEN))
    const refused = { consequenceId, accepted: false, note: '本人原因', byId: gm, scope: 'all' as const }
    await db.transaction((tx) => decideCause(tx, refused, SEEN + HOUR))
    const filed = await file(consequenceId, engineer, SEEN + DAY)
    expect(filed.obligations).toMatchObject([{ bearerRole: 'viceGm' }])
    await expect(decide(filed.caseId, { outcome: 'lifted' })).rejects.toMatchObject({ code: 'consequence.concerned' })
  })

  it.each([0, 5_000, 9_000, undefined])('refuses a reduction to %s fen', async (remainingFen) => {
    const { entryId } = await confirmed()
    const { caseId } = await file(entryId)
    await expect(decide(caseId, { outcome: 'reduced', remainingFen })).rejects.toMatchObject({ code: 'appeal.notLess' })
  })

  it('is decided once by whoever is first', async () => {
    const { caseId, entryId } = await confirmed()
    const { caseId: appealId } = await file(entryId)
    const both = await Promise.allSettled([
      decide(appealId, { outcome: 'lifted' }),
      decide(appealId, { outcome: 'reduced', remainingFen: 1_000, byId: vice }),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await standing(caseId)).net).toBeGreaterThanOrEqual(-1_000)
  })

  it('is taken back by the appellant only; the entry stays', async () => {
    const { caseId, entryId } = await confirmed()
    const { caseId: appealId } = await file(entryId)
    const back = (byId: string) =>
      db.transaction((tx) => withdrawAppeal(tx, { caseId: appealId, byId }, CONFIRMED + DAY))
    await expect(back(director)).rejects.toMatchObject({ code: 'appeal.unknown' })
    await back(engineer)
    expect(await standing(caseId)).toEqual({ state: 'confirmed', net: -5_000 })
    const rows = await db.select().from(obligations).where(eq(obligations.caseId, appealId))
    expect(rows.map((row) => row.work)).toEqual(['released'])
  })
})

describe('evidence that comes after an appeal', () => {
  const complete = (caseId: string, occurredAt: Instant) =>
    tasks.does(completeTask)(caseId, engineer, CONFIRMED + 2 * DAY, { occurredAt })

  it.each([
    [{ outcome: 'reduced', remainingFen: 2_000 }, 'reversed'],
    [{ outcome: 'lifted' }, 'waived'],
  ] as const)('takes back what is left and no more: %j', async (decision, state) => {
    const { caseId, entryId } = await confirmed()
    const { caseId: appealId } = await file(entryId)
    await decide(appealId, decision)
    await complete(caseId, ESTIMATE - HOUR)
    await tasks.does((tx, _, act: Parameters<typeof confirmCompletion>[1], now) => confirmCompletion(tx, act, now))(
      caseId,
      director,
      CONFIRMED + 3 * DAY,
      {},
    )
    expect((await tasks.promises(caseId)).of('complete').verdict).toBe('onTime')
    expect(await standing(caseId)).toEqual({ state, net: 0 })
  })

  it('ends an appeal as moot where the entry came to nothing meanwhile', async () => {
    const signedAt = parseInstant('2026-05-11T10:00:00+08:00')
    const caseId = await tasks.rated(signedAt, scored('good', 'poor', 'good'))
    const [entry] = await tasks.ledger(caseId)
    await db.transaction((tx) => markSeen(tx, entry!.id, engineer, signedAt + HOUR))
    await confirmDue(db, signedAt + 8 * DAY)
    const { caseId: appealId } = await file(entry!.id, engineer, signedAt + 9 * DAY)
    const good = { scores: scored('good', 'good', 'good'), reason: '录入错误' }
    await tasks.does((tx, _, act: Parameters<typeof correctRating>[1], now) => correctRating(tx, act, now))(
      caseId,
      director,
      signedAt + 9 * DAY,
      good,
    )
    await decide(appealId, { outcome: 'upheld' }, signedAt + 10 * DAY)
    expect(await standing(caseId)).toEqual({ state: 'reversed', net: 0 })
  })

  it('does not bring back a rating fine that was lifted [S0-A-7.2b]', async () => {
    const signedAt = parseInstant('2026-06-01T10:00:00+08:00')
    const caseId = await tasks.rated(signedAt, scored('good', 'poor', 'good'))
    const [entry] = await tasks.ledger(caseId)
    await db.transaction((tx) => markSeen(tx, entry!.id, engineer, signedAt + HOUR))
    await confirmDue(db, signedAt + 8 * DAY)
    const { caseId: appealId } = await file(entry!.id, engineer, signedAt + 8 * DAY)
    await decide(appealId, { outcome: 'lifted' }, signedAt + 9 * DAY)
    await tasks.rated(signedAt + 10 * DAY, scored('good', 'good', 'good'))
    expect(await standing(caseId)).toEqual({ state: 'waived', net: 0 })
  })
})

describe('a supervisor who covers up a signature', () => {
  async function unsigned() {
    const start = parseInstant('2026-07-01T09:00:00+08:00')
    const caseId = await tasks.approved(start, start + HOUR, 'remote')
    await tasks.does(completeTask)(caseId, engineer, start + 20 * MINUTE, {})
    await tasks.does(recordService)(caseId, engineer, start + 20 * MINUTE, { work: '远程升级', resolution: '已上线' })
    const why = { reason: 'refused' as const, note: '拒签' }
    await tasks.does(reportNoSignature)(caseId, engineer, start + 21 * MINUTE, why)
    return { caseId, at: start + HOUR }
  }

  it('pays ¥100, entered by the general manager with the decision [S0-A-7.S3]', async () => {
    const { caseId, at } = await unsigned()
    const finding = { finding: 'missing' as const, note: '主管知情', coveredUpById: director }
    await tasks.does(decideSignature)(caseId, gm, at, finding)
    const entry = (await tasks.ledger(caseId)).find((one) => one.clause === 'S0-A-7.S3')!
    expect(entry).toMatchObject({ personId: director, amountFen: -10_000, byId: gm, kind: 'fine' })
    expect(explain(entry).because.en).toContain('covered up')
  })

  it('binds the supervisor only, and nothing is entered where the signature is excused [S0-A-7.S3]', async () => {
    const { caseId, at } = await unsigned()
    const wrong = { finding: 'missing' as const, note: '知情', coveredUpById: engineer }
    await expect(tasks.does(decideSignature)(caseId, gm, at, wrong)).rejects.toMatchObject({
      code: 'serviceTask.notSupervisor',
    })
    await tasks.does(decideSignature)(caseId, gm, at, {
      finding: 'excused' as const,
      note: '客户停电撤离',
      coveredUpById: director,
    })
    expect(await tasks.ledger(caseId)).toEqual([])
  })
})

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining([
      'fine coverUp',
      'reduction appealReduced',
      'reversal onTime',
      'upholding appealUpheld',
      'waiver appealLifted',
    ]),
  )
})
