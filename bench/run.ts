import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { seedYears } from '../db/calendar/seedYears.ts'
import { assignDuty, createLine } from '../db/person/duty.ts'
import { createPerson } from '../db/person/savePerson.ts'
import { seedPolicies } from '../db/policy/terms.ts'
import { DAY } from '../rules/instant.ts'
import { formatInstant } from '../rules/time/local.ts'
import { command, step } from '../scripts/say.ts'
import { backtestOfAYear } from './backtest.ts'
import { burst, histories, redueMany, starts, webhook, type Line } from './measure.ts'
import { openSystem } from './system.ts'
import { workbooks } from './workbook.ts'

const HOTLINE = '4008001234'

/** `npm run bench`: measures against a real Postgres and a Temporal dev server, and prints a table for docs/measurements.md. */
await command(async () => {
  const system = await step('启动 Postgres 和 Temporal', 'starting Postgres and Temporal', openSystem)
  const lines: Line[] = []
  const load = loadavg()[0]!
  try {
    const { db } = system
    await seedPolicies(db)
    await seedYears(db, Date.now())
    const bearerId = await db.transaction(async (tx) => {
      const id = await createPerson(tx, { code: 'B1', name: '甲', kind: 'staff' })
      const line = await createLine(tx, { number: HOTLINE, kind: 'hotline', department: '客服中心' })
      await assignDuty(tx, { lineId: line.id, personId: id, fromAt: Date.now() - DAY, toAt: Date.now() + DAY })
      return id
    })
    const measure = async (zh: string, en: string, work: () => Promise<Line | Line[]>) =>
      lines.push(...[await step(zh, en, work)].flat())
    await measure('电话事件', 'telephony events', () => webhook(system, 500, HOTLINE))
    await measure('改期', 'new due times', () => redueMany(system, 10_000, bearerId))
    await db.$client`delete from poke`
    await measure('一年的回测', 'a backtest of a year', () => backtestOfAYear(system, 20_000, bearerId))
    await measure('导出 Excel', 'Excel files', () => workbooks(5_000))
    await measure('启动工作流', 'workflow starts', () => starts(system, 1_000, bearerId))
    const stop = await system.worker()
    try {
      await measure('历史事件数', 'history events', () => histories(system, bearerId))
      await measure('同时到期，有巡查', 'due at once, with the sweep', () => burst(system, 1_000, bearerId, true))
      await measure('同时到期，无巡查', 'due at once, timers alone', () => burst(system, 1_000, bearerId, false))
    } finally {
      await stop()
    }
  } finally {
    await system.close()
  }
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  console.log(
    `\n${formatInstant(Date.now()).slice(0, 16)}; Node ${process.versions.node}; ${availableParallelism()} cores`,
  )
  console.log(`(${cpus()[0]?.model ?? 'unknown'}), ${gigabytes} GB; load before: ${load.toFixed(1)}\n`)
  console.log('| what | measured |\n| --- | --- |')
  for (const { what, value } of lines) console.log(`| ${what} | ${value} |`)
})
