import { asc, eq, isNotNull, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { payrollCsv } from '../../api/assessment/text.ts'
import { procedures } from '../../api/procedures.ts'
import { openAssessments } from '../../db/assessment/open.ts'
import { issueSheet, type MakeFiles } from '../../db/assessment/steps.ts'
import type { Db } from '../../db/client.ts'
import { confirmDue, markSeen } from '../../db/consequence/confirm.ts'
import { openBonus, rankHalf } from '../../db/pay/bonus.ts'
import { decideBonus, proposeBonus } from '../../db/pay/decide.ts'
import { payFacts } from '../../db/pay/facts.ts'
import { rerankBonuses } from '../../db/pay/rerank.ts'
import { payIn } from '../../db/pay/statement.ts'
import { correct } from '../../db/policy/amend.ts'
import { assessmentLines, assessments } from '../../db/schema/assessment.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { bonusChanges, bonuses } from '../../db/schema/pay.ts'
import { DAY, type Instant } from '../../rules/instant.ts'
import { halfNamed } from '../../rules/pay/half.ts'
import { payTotal } from '../../rules/pay/statement.ts'
import { periodNamed, periodOf, periodsFrom, type Period } from '../../rules/report/period.ts'
import { addMonths, atTime } from '../../rules/time/local.ts'
import { testDb } from '../support/database.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'
import {
  arrivals,
  departmentYear,
  emptyDepartment,
  standingLedger,
  YEAR_FROM,
  YEAR_UNTIL,
  type Happening,
} from '../support/year.ts'

const RUNS = 2
const dbs: { db: Db }[] = []
while (dbs.length < 2 * RUNS) dbs.push(await testDb())

const END = atTime(YEAR_UNTIL, '00:00') + 200 * DAY

/** Lives the year as it comes: facts when they arrive, entries seen and confirmed, a sheet issued for each month. */
async function asItComes(db: Db, year: readonly Happening[]) {
  const house = await emptyDepartment(db)
  const values = { 'pay.bonusBase': 200_000, 'pay.tierOne': 33, 'pay.tierTwo': 66 }
  await db.transaction((tx) => correct(tx, { policy: 'S0A', values, reason: '设定', byId: house.ids.gm }, 0))
  const left = arrivals(year)
  const until = async (now: Instant) => {
    while (left[0] && left[0].at < now) {
      const [next] = left.splice(0, 1)
      await house.tell(next!, next!.at)
    }
  }
  for (let month = 1; month <= 14; month++) {
    const on = addMonths(YEAR_FROM, month)
    const now = atTime(on, '00:00')
    await until(now)
    if (on <= YEAR_UNTIL) await house.papers(on, now)
    await house.follow(now)
    await seeAndConfirm(db, now)
    await rerankBonuses(db, now - 1)
    await issueAll(db, house.ids, now)
    if (month % 6 === 0) await payBonus(db, house.ids, now)
  }
  await payIsWhatIsOwed(db, house.staff)
  await until(END)
  await house.follow(END)
}

/** Every other entry is opened, so that some stay unconfirmed for good. */
async function seeAndConfirm(db: Db, now: Instant) {
  const fines = await db
    .select()
    .from(consequences)
    .where(eq(consequences.kind, 'fine'))
    .orderBy(asc(consequences.recordedAt))
  for (const { id, personId } of fines.filter((_, i) => i % 2 === 0))
    await db.transaction((tx) => markSeen(tx, id, personId!, now - 20 * DAY))
  await confirmDue(db, now)
}

/** The payroll's file alone; the other two take their time and are tested apart. */
const payroll: MakeFiles = (sheet) =>
  Promise.resolve([{ format: 'csv', mediaType: 'text/csv', name: 'payroll.csv', bytes: payrollCsv(sheet) }])

async function issueAll(db: Db, ids: { gm: string; boss: string }, now: Instant) {
  await db.transaction((tx) => openAssessments(tx, procedures.assessment, periodOf('monthly', now), now))
  for (const { caseId, scope } of await db
    .select()
    .from(assessments)
    .where(eq(assessments.month, periodOf('monthly', now).key))) {
    const act =
      scope === 'supervisor'
        ? { byId: ids.gm, roles: ['companyGm' as const] }
        : { byId: ids.boss, roles: ['serviceSupervisor' as const] }
    await db.transaction((tx) => issueSheet(tx, procedures.assessment, { caseId, ...act }, payroll, now))
  }
}

async function payBonus(db: Db, { gm, boss }: { gm: string; boss: string }, now: Instant) {
  await db.transaction((tx) => openBonus(tx, procedures.bonus, now))
  const [{ caseId } = { caseId: '' }] = await db.select().from(bonuses).where(isNull(bonuses.approvedAt))
  await db.transaction((tx) => proposeBonus(tx, procedures.bonus, { caseId, helpers: [], byId: boss }, now))
  const decision = { caseId, approved: true, note: '同意', byId: gm }
  await db.transaction((tx) => decideBonus(tx, procedures.bonus, decision, now))
}

/**
 * Whatever became known late: what the sheets list of base pay comes to what is owed for their months, to the fen, and of
 * bonuses to the ranking of each half-year by the ledger as it is.
 */
async function payIsWhatIsOwed(db: Db, staff: readonly string[]) {
  const sheets = (await db.select().from(assessments).orderBy(asc(assessments.month))).map(({ sheet }) => sheet!)
  const [first, last] = [sheets[0]!, sheets.at(-1)!].map(({ month }) => periodNamed('monthly', month)) as [
    Period,
    Period,
  ]
  const known = await payFacts(db, staff, { ...last, fromAt: first.fromAt, fromOn: first.fromOn }, last.untilAt)
  const owed = periodsFrom(first, last).map((month) => payIn(known, staff, month))
  const halves = await db.select().from(bonuses)
  const ranked = []
  for (const { half } of halves) ranked.push(...(await rankHalf(db, halfNamed(half), known.termsOf('')(last.fromAt))))
  for (const personId of staff) {
    const listed = (kind: string) =>
      sum(
        sheets
          .flatMap(({ people }) => people.filter((one) => one.personId === personId))
          .flatMap(({ pay = [] }) => pay.filter((line) => line.kind === kind))
          .map(({ amountFen }) => ({ amountFen: amountFen ?? 0 })),
      )
    const base = owed.flatMap((pay) => pay.get(personId)!.filter(({ kind }) => kind === 'base'))
    expect(listed('base')).toBe(payTotal(base))
    expect(listed('bonus')).toBe(sum(ranked.filter((line) => line.personId === personId)))
  }
  expect(halves).toHaveLength(2)
}

const sum = (rows: readonly { amountFen: number }[]) => rows.reduce((all, { amountFen }) => all + amountFen, 0)

/** The same facts, all of them told after the year, in another order: what is done about one never before it. */
async function inAnotherOrder(db: Db, year: readonly Happening[]) {
  const house = await emptyDepartment(db)
  for (let month = 12; month >= 1; month--) await house.papers(addMonths(YEAR_FROM, month), END)
  const told = arrivals(year)
  for (const one of [
    ...told.filter(({ act }) => act === 'tell').reverse(),
    ...told.filter(({ act }) => act !== 'tell'),
  ])
    await house.tell(one, END)
  await house.follow(END)
}

/** Twelve sheets and those that follow hold each row once; with what they don't hold they are the ledger, to the fen. */
async function sheetsAreTheLedger(db: Db) {
  const ledger = await db.select().from(consequences)
  const lines = await db.select().from(assessmentLines)
  const sheets = (await db.select().from(assessments)).map(({ sheet }) => sheet!)
  expect(sheets.filter(({ scope }) => scope === 'staff').length).toBeGreaterThanOrEqual(12)
  const shown = sheets.flatMap(({ people }) => people.flatMap((one) => one.lines))
  expect(shown.map(({ entryId }) => entryId).sort()).toEqual(lines.map(({ consequenceId }) => consequenceId).sort())
  for (const sheet of sheets)
    expect(sheet.totalFen).toBe(
      sheet.people.flatMap((one) => one.lines).reduce((sum, { amountFen }) => sum + amountFen, 0),
    )
  const onSheets = new Set(lines.map(({ consequenceId }) => consequenceId))
  expect(
    sum(sheets.map(({ totalFen }) => ({ amountFen: totalFen }))) + sum(ledger.filter(({ id }) => !onSheets.has(id))),
  ).toBe(sum(ledger))
  for (const personId of new Set(ledger.map((row) => row.personId))) {
    const own = sheets.flatMap(({ people }) => people.filter((one) => one.personId === personId))
    const rest = ledger.filter((row) => row.personId === personId && !onSheets.has(row.id))
    expect(sum(own.map(({ totalFen }) => ({ amountFen: totalFen }))) + sum(rest)).toBe(
      sum(ledger.filter((row) => row.personId === personId)),
    )
  }
}

describe('a year of a department', () => {
  it('comes to one ledger whatever order facts arrive in; its sheets add up to it and list the pay that is owed; each row explains itself [S0-A-6.4] [S0-A-7.9] [S0-A-8.1f]', async () => {
    let run = 0
    const seen = { rows: 0, corrections: 0, rankedAnew: 0, putRight: 0 }
    await fc.assert(
      fc.asyncProperty(departmentYear, async (year) => {
        const [{ db: lived }, { db: told }] = [dbs[run++]!, dbs[run++]!]
        await asItComes(lived, year)
        await inAnotherOrder(told, year)
        expect(await standingLedger(told)).toEqual(await standingLedger(lived))
        await sheetsAreTheLedger(lived)
        await everyEntryExplainsItself(lived)
        seen.rows += (await lived.select().from(consequences)).length
        const issued = (await lived.select().from(assessments)).flatMap(({ sheet }) => sheet!.people)
        seen.putRight += issued.flatMap(({ pay = [] }) => pay.filter(({ of }) => of !== undefined)).length
        seen.rankedAnew += (await lived.select().from(bonusChanges)).length
        seen.corrections += (await lived.select().from(consequences).where(isNotNull(consequences.aboutId))).length
      }),
      // A failure is reported as it is: shrinking would ask for a new pair of databases each time.
      { numRuns: RUNS, seed: 20260101, endOnFailure: true },
    )
    expect(seen.rows).toBeGreaterThan(20)
    expect(seen.corrections).toBeGreaterThan(5)
    expect(seen.rankedAnew).toBeGreaterThan(1)
    expect(seen.putRight).toBeGreaterThan(1)
  }, 120_000)
})
