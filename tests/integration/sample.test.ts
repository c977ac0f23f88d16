import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { addAttachment } from '../../db/attachment/attach.ts'
import { createAccount } from '../../db/auth/account.ts'
import { enterMissed } from '../../db/call/enter.ts'
import { addSource } from '../../db/call/source.ts'
import { sweep } from '../../db/case/tick.ts'
import { removeSample } from '../../db/sample/remove.ts'
import { customer } from '../../db/schema/customer.ts'
import { line, person } from '../../db/schema/person.ts'
import { HOUR } from '../../rules/instant.ts'
import { PASSWORD } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department, hotline } from '../support/department.ts'

const { db } = await testDb()

/** How many rows each table has. */
async function counts(): Promise<Record<string, number>> {
  const tables = await db.execute<{ name: string }>(
    sql`select format('%I', table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const entries: [string, number][] = []
  for (const { name } of tables) {
    const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(name)}`)
    entries.push([name, row!.n])
  }
  return Object.fromEntries(entries)
}

async function makeDepartment(prefix: string, sample: string | null) {
  const people = await department(db, {
    [`${prefix}lead`]: { role: 'technicalServiceManager', email: `${prefix}@example.com` },
    [`${prefix}taker`]: { role: 'callTaker', superior: `${prefix}lead`, number: `+86${prefix}001234` },
  })
  const taker = people[`${prefix}taker`]!
  const lineId = await hotline(db, `+86${prefix}009999`, [taker])
  const number = `+86${prefix}000001`
  const { customerId } = await customerOf(db, number)
  await db
    .update(person)
    .set({ sample })
    .where(
      sql`id in (${sql.join(
        Object.values(people).map((id) => sql`${id}`),
        sql`, `,
      )})`,
    )
  await db.update(line).set({ sample }).where(eq(line.id, lineId))
  await db.update(customer).set({ sample }).where(eq(customer.id, customerId))
  await db.transaction((tx) => addSource(tx, `${prefix}-pbx`, sample))
  await db.transaction((tx) => createAccount(tx, { personId: taker, username: `u${prefix}`, password: PASSWORD }))
  const file = { name: '甲.pdf', mediaType: 'application/pdf' as const, sentById: taker, sample }
  for (const bytes of ['%PDF-1.7', `%PDF-${prefix}`].map((text) => Buffer.from(text)))
    await db.transaction((tx) => addAttachment(tx, { ...file, bytes }, Date.now()))
  const at = Date.now() - 3 * HOUR
  await db.transaction((tx) => enterMissed(tx, procedures, { number, lineId, occurredAt: at, byId: taker }, at))
  await sweep(db, Date.now(), 0, 100)
}

describe('a sample department', () => {
  it('goes as it came, whole, and takes nothing of the real one along', async () => {
    await makeDepartment('1390', null)
    const before = await counts()
    await makeDepartment('1380', 'demo-1')
    expect(await counts()).not.toEqual(before)
    const open = await db.transaction((tx) => removeSample(tx, 'demo-1'))
    expect(open).toHaveLength(1)
    expect(await counts()).toEqual(before)
  })
})
