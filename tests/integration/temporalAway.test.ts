import { Client, Connection } from '@temporalio/client'
import { API, WORKER } from '../../scripts/programs.ts'
import { and, eq, inArray } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { RECONNECT_SOON } from '../../api/temporal/client.ts'
import { rearm } from '../../api/temporal/rearm.ts'
import { enterCallBack, enterMissed } from '../../db/call/enter.ts'
import { recordCall } from '../../db/call/record.ts'
import { cases, escalations, obligations, pokes } from '../../db/schema/case.ts'
import { HOUR, MINUTE, SECOND } from '../../rules/instant.ts'
import { freePort } from '../../scripts/ports.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { ownTemporal } from '../support/ownTemporal.ts'
import { variant } from '../support/policy.ts'
import { program } from '../support/program.ts'
import { eventually } from '../support/system.ts'

/** Ten seconds in every run of the tests; `npm run chaos` sets a minute. */
const AWAY_MS = Number(process.env['SHOUYUE_CHAOS_AWAY_SECONDS'] ?? 10) * SECOND

const temporal = await ownTemporal()
const { db, url } = await testDb()
const env = { DATABASE_URL: url, TEMPORAL_ADDRESS: temporal.address, PORT: String(await freePort()) }
const programs = [program(WORKER, env), program(API, env)]
const people = await department(db, {
  gm: { role: 'centreGm' },
  lead: { role: 'technicalServiceManager', superior: 'gm' },
  taker: { role: 'callTaker', superior: 'lead' },
})
await Promise.all(programs.map((one) => one.start()))
const connection = await Connection.connect({ address: temporal.address, channelArgs: RECONNECT_SOON })
const client = new Client({ connection })
afterAll(() => connection.close())

let serial = 13_100_000_000
/** A customer's call, missed just now, to be returned within `limitMs`. */
async function missed(limitMs: number) {
  const number = `+86${(serial += 1)}`
  const { customerId } = await customerOf(db, number)
  await variant(db, 'S2', { 'call.returnCustomer': limitMs, 'call.returnAny': limitMs }, customerId)
  const at = Date.now()
  return {
    at,
    caseId: await db.transaction((tx) =>
      enterMissed(tx, procedures, { number, occurredAt: at, byId: people.taker }, at),
    ),
  }
}
const statusOf = async (caseId: string) =>
  (
    await client.workflow
      .getHandle(caseId)
      .describe()
      .catch(() => undefined)
  )?.status.name
const annex = {
  customerInfo: '-',
  name: '-',
  contactDetails: '-',
  employer: '-',
  reason: '-',
  productSituation: '',
  demand: '-',
}

describe('Temporal goes away while calls come in', () => {
  it(
    'accepts them, opens what follows, escalates by the sweep, and delivers all when it is back',
    async () => {
      await temporal.away()
      const began = Date.now()
      const quick = await missed(SECOND)
      const slow = await missed(HOUR)
      const answered = await missed(HOUR)
      await db.transaction((tx) =>
        enterCallBack(
          tx,
          procedures,
          { caseId: answered.caseId, occurredAt: Date.now(), spoke: true, byId: people.taker },
          Date.now(),
        ),
      )
      const endedAt = Date.now()
      await db.transaction((tx) =>
        recordCall(
          tx,
          procedures.call,
          { caseId: answered.caseId, endedAt, category: 'complaint', annex, byId: people.taker },
          endedAt,
        ),
      )

      const followUp = await db
        .select()
        .from(obligations)
        .where(and(eq(obligations.caseId, answered.caseId), eq(obligations.work, 'open')))
      expect(followUp.map((row) => row.promise).sort()).toEqual(['assign', 'establish'])
      expect(followUp.find((row) => row.promise === 'establish')!.dueAt).toBe(endedAt + 15 * MINUTE)
      const step = await eventually(async () => {
        const [row] = await db
          .select()
          .from(escalations)
          .where(and(eq(escalations.caseId, quick.caseId), eq(escalations.step, 'superior')))
        return row
      })
      expect(step.by).toBe('sweep')
      const [due] = await db.select().from(obligations).where(eq(obligations.caseId, slow.caseId))
      expect(due!.dueAt).toBe(slow.at + HOUR)
      await sleep(Math.max(0, AWAY_MS - (Date.now() - began)))
      const ids = [quick.caseId, slow.caseId, answered.caseId]
      expect(await db.select().from(pokes).where(inArray(pokes.caseId, ids))).toHaveLength(3)

      await temporal.up()
      await eventually(async () => ((await db.select().from(pokes)).length === 0 ? true : undefined), 30_000)
      for (const id of ids) expect(await eventually(() => statusOf(id))).toBe('RUNNING')
    },
    AWAY_MS + 60_000,
  )
})

describe('Temporal loses all it knew in the middle of a day', () => {
  it('goes on after a rearm: timers fire, cases end, and nothing is done twice', async () => {
    const sleeping = await missed(HOUR)
    const soon = await missed(6 * SECOND)
    await eventually(() => statusOf(sleeping.caseId))
    await temporal.away()
    temporal.forget()
    await temporal.up()
    expect(await statusOf(sleeping.caseId)).toBeUndefined()

    const open = await db.select({ id: cases.id }).from(cases).where(eq(cases.state, 'open'))
    expect(await rearm(db, client)).toBe(open.length)
    expect(await rearm(db, client)).toBe(open.length)
    for (const { id } of open) expect(await eventually(() => statusOf(id))).toBe('RUNNING')
    const steps = await eventually(async () => {
      const rows = await db
        .select()
        .from(escalations)
        .where(and(eq(escalations.caseId, soon.caseId), eq(escalations.step, 'superior')))
      return rows.length === 2 ? rows : undefined
    }, 20_000)
    expect(steps.map((row) => row.recipientIds)).toEqual([[people.lead], [people.lead]])

    await db.transaction((tx) =>
      enterCallBack(
        tx,
        procedures,
        { caseId: sleeping.caseId, occurredAt: Date.now(), spoke: true, byId: people.taker },
        Date.now(),
      ),
    )
    const rows = await db
      .select()
      .from(obligations)
      .where(and(eq(obligations.caseId, sleeping.caseId), eq(obligations.promise, 'return')))
    expect(rows.map((row) => row.verdict)).toEqual(['onTime', 'onTime'])
  }, 90_000)
})
