import { Client, Connection } from '@temporalio/client'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createSchedules, scheduleId } from '../../api/temporal/schedules.ts'
import { assessments } from '../../db/schema/assessment.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { evaluations } from '../../db/schema/evaluation.ts'
import { reports } from '../../db/schema/report.ts'
import { DAY, HOUR, SECOND, type Instant } from '../../rules/instant.ts'
import { periodNamed, periodOf } from '../../rules/report/period.ts'
import { department } from '../support/department.ts'
import { eventually, testSystem } from '../support/system.ts'

const { db, client } = await testSystem()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
})
const weekly = client.schedule.getHandle(scheduleId('weekly'))
const monthly = client.schedule.getHandle(scheduleId('monthly'))
const described = (handle: typeof weekly) => eventually(() => handle.describe().catch(() => undefined))

/** The reports of one engineer in the week that begins on a Monday, once they stand. */
const reportsOf = (monday: string) => db.select().from(reports).where(eq(reports.period, monday))
const asked = (monday: string) =>
  eventually(async () => {
    const rows = await reportsOf(monday)
    return rows.length === 3 ? rows : undefined
  })
/** Rings a Schedule for the planned times of a stretch of the past, as catching up does. */
const ringFor = (handle: typeof weekly, start: Instant, end: Instant) =>
  handle.backfill({ start: new Date(start), end: new Date(end), overlap: 'ALLOW_ALL' })

describe('the Schedules', () => {
  it('stand soon after the API starts: midnight of Mondays and of firsts in Shanghai, missed rings made up for [S0-A-6.4]', async () => {
    const { spec, policies } = await described(weekly)
    expect(spec.timezone).toBe('Asia/Shanghai')
    expect(policies.catchupWindow).toBe(35 * DAY)
    const next = (await weekly.describe()).info.nextActionTimes
    for (const at of next) expect(periodOf('weekly', at.getTime()).fromAt).toBe(at.getTime())
    for (const at of (await described(monthly)).info.nextActionTimes)
      expect(periodOf('monthly', at.getTime()).untilAt).toBe(at.getTime())
  })

  it('are made once however many processes start, brought up to date, and stay paused', async () => {
    await described(weekly)
    await weekly.pause('by hand')
    await weekly.update((before) => ({ ...before, policies: { ...before.policies, catchupWindow: 10 * DAY } }))
    await Promise.all([1, 2, 3].map(() => createSchedules(client)()))
    const { policies, state } = await weekly.describe()
    expect({ window: policies.catchupWindow, paused: state.paused }).toEqual({ window: 35 * DAY, paused: true })
    await weekly.unpause()
  })

  it('are tried again while Temporal is away', async () => {
    const connection = Connection.lazy({ address: '127.0.0.1:1' })
    await expect(createSchedules(new Client({ connection }))()).rejects.toThrow()
    await connection.close()
  })
})

describe('a ring of the Schedule', () => {
  it('asks for the week of its planned time, not of the day it runs on; fines nobody for an outage [S0-A-2.3] [S0-A-7.3b]', async () => {
    await described(weekly)
    const week = periodNamed('weekly', '2026-09-14')
    await ringFor(weekly, week.fromAt - HOUR, week.fromAt + HOUR)
    const rows = await asked(week.key)
    expect(rows.map(({ form }) => form).sort()).toEqual(['departmentWeekly', 'engineerWeekly', 'supervisorWeekly'])
    const weeklyOf = rows.find(({ form }) => form === 'engineerWeekly')!
    expect(weeklyOf.authorId).toBe(people.engineer)
    expect(await reportsOf('2026-09-21')).toEqual([])
    const entries = await db.select().from(consequences).where(eq(consequences.caseId, weeklyOf.caseId))
    expect(entries).toEqual([])
    // One with a clock is a case like any other: its workflow waits for its alarms.
    const { status } = await eventually(() =>
      client.workflow
        .getHandle(weeklyOf.caseId)
        .describe()
        .catch(() => undefined),
    )
    expect(status.name).toBe('RUNNING')
  })

  it('after a long weekend asks for every week that was missed, each once', async () => {
    await described(weekly)
    const [first, last] = [periodNamed('weekly', '2026-07-06'), periodNamed('weekly', '2026-07-20')]
    await ringFor(weekly, first.fromAt - SECOND, last.fromAt + SECOND)
    await ringFor(weekly, first.fromAt - SECOND, last.fromAt + SECOND)
    for (const monday of ['2026-07-06', '2026-07-13', '2026-07-20']) await asked(monday)
    const keys = (await db.select().from(reports)).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('on the first drafts last month’s sheets and asks for its report [S0-A-6.4] [S0-A-6.6] [S0-A-7.9]', async () => {
    await described(monthly)
    const month = periodNamed('monthly', '2026-01')
    await ringFor(monthly, month.untilAt - HOUR, month.untilAt + HOUR)
    const sheets = await eventually(async () => {
      const rows = await db.select().from(assessments).where(eq(assessments.month, '2026-01'))
      return rows.length === 2 ? rows : undefined
    })
    expect(sheets.map(({ scope }) => scope).sort()).toEqual(['staff', 'supervisor'])
    const [report] = await db.select().from(reports).where(eq(reports.period, '2026-01'))
    expect(report).toMatchObject({ form: 'monthlyReport', authorId: people.director })
  })

  it('its own workflow carries a rhythm and an instant, nobody’s name', async () => {
    const started = client.workflow.list({ query: `WorkflowType = 'periodic'` })
    let seen = 0
    for await (const { workflowId } of started) {
      const history = JSON.stringify(await client.workflow.getHandle(workflowId).fetchHistory())
      expect(history).not.toContain(people.engineer)
      seen += 1
    }
    expect(seen).toBeGreaterThan(0)
  })
})

describe('the ring of a month that ends a quarter', () => {
  it('opens the quarter’s evaluations, each once, however late it rings; another month’s does not [S1-5.3.3]', async () => {
    await described(monthly)
    const ofQuarter = (fromOn: string) => db.select().from(evaluations).where(eq(evaluations.fromOn, fromOn))
    const first = periodNamed('monthly', '2026-03').untilAt
    await ringFor(monthly, first - HOUR, first + HOUR)
    const opened = await eventually(async () => {
      const rows = await ofQuarter('2026-01-01')
      return rows.length > 0 ? rows : undefined
    })
    expect(opened).toMatchObject([{ personId: people.engineer, toOn: '2026-03-31', method: 'regular' }])
    const second = periodNamed('monthly', '2026-04').untilAt
    await ringFor(monthly, second - HOUR, second + HOUR)
    await ringFor(monthly, first - HOUR, first + HOUR)
    await eventually(async () =>
      (await monthly.describe()).info.numActionsTaken >= 3 &&
      (await monthly.describe()).info.runningActions.length === 0
        ? true
        : undefined,
    )
    expect(await ofQuarter('2026-01-01')).toHaveLength(1)
    expect(await ofQuarter('2026-04-01')).toEqual([])
  })
})
