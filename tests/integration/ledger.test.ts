import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Cause } from '../../rules/consequence/entry.ts'
import { DAY, HOUR, SECOND, type Instant } from '../../rules/instant.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { createAccount } from '../../db/auth/account.ts'
import { sweep } from '../../db/case/tick.ts'
import { confirmDue, markSeen } from '../../db/consequence/confirm.ts'
import { claimCause, decideCause, waive } from '../../db/consequence/decide.ts'
import { listEntries } from '../../db/consequence/read.ts'
import { remindDeciders } from '../../db/consequence/remind.ts'
import { newId } from '../../db/id.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { notifications } from '../../db/schema/notification.ts'
import { PASSWORD, testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'
import { serviceTasks } from '../support/serviceTask.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
  finance: { role: 'finance' },
})
const { customerId } = await customerOf(db, '+8613800000003')
const tasks = serviceTasks(db, { ...people, customerId })
const { engineer, director, gm } = people

/** Friday; the estimate is the following Tuesday. */
const START = parseInstant('2026-04-10T09:00:00+08:00')
const ESTIMATE = parseInstant('2026-04-14T18:00:00+08:00')

/** A task whose estimate passed: one provisional entry of ¥50. */
async function overrun() {
  const caseId = await tasks.onSite(START, ESTIMATE)
  await sweep(db, ESTIMATE + SECOND, 0, 500)
  const [entry] = await tasks.ledger(caseId)
  return { caseId, entryId: entry!.id }
}
const claim = (consequenceId: string, cause: Cause, byId = engineer) =>
  db.transaction((tx) => claimCause(tx, { consequenceId, cause, note: '暴雨封路', byId }, ESTIMATE + HOUR))
const decide = (consequenceId: string, accepted: boolean, byId = director) =>
  db.transaction((tx) =>
    decideCause(tx, { consequenceId, accepted, note: '已核实', byId, scope: 'all' }, ESTIMATE + 2 * HOUR),
  )
async function stateOf(caseId: string) {
  const entries = await listEntries(db, { caseId, scope: 'all', limit: 50 })
  const net = entries.reduce((total, entry) => total + entry.amountFen, 0)
  return { state: entries.find((entry) => entry.aboutId === null)!.state, net }
}

describe('a cause', () => {
  it.each(['forceMajeure', 'customer', 'company'] as const)(
    'of %s excuses, once accepted [S0-A-7.1]',
    async (cause) => {
      const { caseId, entryId } = await overrun()
      await claim(entryId, cause)
      expect(await stateOf(caseId)).toEqual({ state: 'provisional', net: -5_000 })
      await decide(entryId, true)
      expect(await stateOf(caseId)).toEqual({ state: 'reversed', net: 0 })
      const { of } = await tasks.promises(caseId)
      expect(of('complete')).toMatchObject({ work: 'open', verdict: 'excused', reason: cause })
    },
  )

  it('that is not accepted leaves the entry confirmed; one’s own excuses nothing [S0-A-7.1]', async () => {
    const { caseId, entryId } = await overrun()
    await claim(entryId, 'own')
    await expect(decide(entryId, true)).rejects.toMatchObject({ code: 'consequence.ownCause' })
    await decide(entryId, false)
    expect(await stateOf(caseId)).toEqual({ state: 'confirmed', net: -5_000 })
    await expect(decide(entryId, false)).rejects.toMatchObject({ code: 'consequence.settled' })
    await expect(claim(entryId, 'customer')).rejects.toMatchObject({ code: 'consequence.settled' })
  })

  it('is given by the person concerned only, and told to their superior', async () => {
    const { caseId, entryId } = await overrun()
    await expect(claim(entryId, 'customer', director)).rejects.toMatchObject({ code: 'consequence.notYours' })
    await expect(decide(entryId, true)).rejects.toMatchObject({ code: 'consequence.noCause' })
    await claim(entryId, 'customer')
    const told = and(eq(notifications.caseId, caseId), eq(notifications.template, 'consequence.causeGiven'))
    const rows = await db.select().from(notifications).where(told)
    expect(rows.map((row) => row.personId)).toEqual([director])
  })

  it('is never decided by the person concerned, or one whose own penalty hangs on it', async () => {
    const { entryId, caseId } = await overrun()
    await claim(entryId, 'company')
    await expect(decide(entryId, true, engineer)).rejects.toMatchObject({ code: 'consequence.concerned' })
    const [entry] = await tasks.ledger(caseId)
    const covering = { ...entry!, id: undefined, key: `test:${newId()}`, personId: director, clause: 'S0-A-7.S3' }
    await db.insert(consequences).values(covering)
    await expect(decide(entryId, true)).rejects.toMatchObject({ code: 'consequence.concerned' })
    await decide(entryId, true, gm)
  })

  it('is decided once by whoever is first', async () => {
    const { caseId, entryId } = await overrun()
    await claim(entryId, 'customer')
    const both = await Promise.allSettled([decide(entryId, true, director), decide(entryId, false, gm)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')!
    expect(lost.reason).toMatchObject({ code: 'consequence.settled' })
    const accepted = both[0]!.status === 'fulfilled'
    expect((await stateOf(caseId)).net).toBe(accepted ? 0 : -5_000)
  })

  it('is beside a waiver, which is the general manager’s', async () => {
    const { caseId, entryId } = await overrun()
    await db.transaction((tx) => waive(tx, { consequenceId: entryId, reason: '首次', byId: gm }, ESTIMATE + HOUR))
    expect(await stateOf(caseId)).toEqual({ state: 'waived', net: 0 })
  })
})

describe('an entry nobody answers', () => {
  // Seen on Wednesday 15 April: the third working day is Monday 20 April.
  const SEEN = parseInstant('2026-04-15T10:00:00+08:00')
  const LAST = parseInstant('2026-04-20T23:59:59+08:00')

  it.each([
    ['a second before the end', LAST - SECOND, 'provisional'],
    ['at the end', LAST, 'provisional'],
    ['a second after', LAST + SECOND, 'confirmed'],
  ])('is confirmed after three working days from when it was seen: %s', async (_, now, state) => {
    const { caseId, entryId } = await overrun()
    await db.transaction((tx) => markSeen(tx, entryId, engineer, SEEN))
    await confirmDue(db, now)
    expect(await stateOf(caseId)).toEqual({ state, net: -5_000 })
    await confirmDue(db, now)
    expect((await tasks.ledger(caseId)).length).toBe(state === 'confirmed' ? 2 : 1)
  })

  it('waits while nobody concerned has seen it, and counts the notice as seen when it is read', async () => {
    const { caseId, entryId } = await overrun()
    await db.transaction((tx) => markSeen(tx, entryId, director, SEEN))
    await confirmDue(db, LAST + 30 * DAY)
    expect((await stateOf(caseId)).state).toBe('provisional')
    const told = sql`${notifications.params}->>'consequenceId' = ${entryId}`
    await db.update(notifications).set({ readAt: SEEN }).where(told)
    await confirmDue(db, LAST + SECOND)
    expect((await stateOf(caseId)).state).toBe('confirmed')
  })

  it('waits for the decision once a cause was given', async () => {
    const { caseId, entryId } = await overrun()
    await db.transaction((tx) => markSeen(tx, entryId, engineer, SEEN))
    await claim(entryId, 'customer')
    await confirmDue(db, LAST + 30 * DAY)
    expect((await stateOf(caseId)).state).toBe('provisional')
  })
})

describe('the ledger itself', () => {
  it.each(['consequence', 'fact'])(
    'is only ever added to: the database refuses to change or delete a %s',
    async (table) => {
      await overrun()
      const name = sql.identifier(table)
      const change = db.execute(sql`update ${name} set occurred_at = now()`)
      await expect(change).rejects.toMatchObject({ cause: { code: '23001' } })
      await expect(db.execute(sql`delete from ${name}`)).rejects.toMatchObject({ cause: { code: '23001' } })
    },
  )
})

describe('the ledger by the API', () => {
  let api: Awaited<ReturnType<typeof testApi>>
  const token = async (personId: string, username: string) => {
    await db.transaction((tx) => createAccount(tx, { personId, username, password: PASSWORD }))
    const { body } = await api.ask('post', '/api/session', { body: { username, password: PASSWORD } })
    return body.token as string
  }
  let own: string, payer: string, boss: string
  beforeAll(async () => {
    api = await testApi(db)
    own = await token(engineer, 'ledger-engineer')
    payer = await token(people.finance, 'ledger-finance')
    boss = await token(director, 'ledger-director')
  })

  it('shows one’s own entries, explained, with evidence; finance sees all', async () => {
    const { caseId, entryId } = await overrun()
    const mine = await api.ask('get', `/api/ledger?caseId=${caseId}`, { as: own })
    expect(mine.body.items).toMatchObject([
      { id: entryId, state: 'provisional', clause: 'S0-A-7.1', amountFen: -5_000, basis: { en: 'S0A, version 1' } },
    ])
    expect(mine.body.items[0].because.zh).toContain('2026-04-14 18:00:00')
    const others = await api.ask('get', `/api/ledger?personId=${engineer}&limit=1`, { as: payer })
    expect(others.body.items).toHaveLength(1)
    const next = await api.ask('get', `/api/ledger?personId=${engineer}&limit=1&cursor=${others.body.next}`, {
      as: payer,
    })
    expect(next.body.items[0].id).not.toBe(others.body.items[0].id)
    const stranger = await api.signedIn(['engineer'])
    expect((await api.ask('get', `/api/ledger?personId=${engineer}`, { as: stranger.token })).body.items).toEqual([])
    expect((await api.ask('get', `/api/ledger/${entryId}`, { as: stranger.token })).status).toBe(404)
  })

  it('takes a cause from the person and the decision from the supervisor, each told clearly when refused', async () => {
    const { entryId } = await overrun()
    const post = (name: string, as: string, body: object) =>
      api.ask('post', `/api/ledger/${entryId}/${name}`, { as, body })
    expect((await post('seen', own, {})).status).toBe(204)
    expect((await post('cause', boss, { cause: 'customer', note: 'x' })).body.code).toBe('consequence.notYours')
    expect((await post('cause', own, { cause: 'weather', note: 'x' })).status).toBe(422)
    expect((await post('cause', own, { cause: 'customer', note: '客户停电' })).status).toBe(204)
    expect((await post('decision', own, { accepted: true, note: 'x' })).status).toBe(403)
    expect((await post('decision', boss, { accepted: true, note: '属实' })).status).toBe(204)
    expect((await post('decision', boss, { accepted: true, note: '属实' })).body.code).toBe('consequence.settled')
    const { body } = await api.ask('get', `/api/ledger/${entryId}`, { as: own })
    expect(body.state).toBe('reversed')
  })
})

describe('a cause that nobody decides on', () => {
  it('comes back to who was asked, and then to the general manager, each once', async () => {
    const [{ entryId }, { entryId: decided }] = [await overrun(), await overrun()]
    // Said anew, it doesn't wait anew.
    for (const id of [entryId, entryId, decided]) await claim(id, 'customer')
    await decide(decided, false)
    const reminded = async (when: Instant, of = entryId) => {
      await remindDeciders(db, when)
      const rows = await db.select().from(notifications).where(eq(notifications.template, 'consequence.causeWaits'))
      return rows.filter(({ params }) => params.consequenceId === of).map(({ personId }) => personId)
    }
    // Tuesday; three working days on is Friday, six the Wednesday after.
    const [friday, wednesday] = ['17', '22'].map((day) => parseInstant(`2026-04-${day}T23:59:59+08:00`)) as [
      Instant,
      Instant,
    ]
    expect(await reminded(friday)).toEqual([])
    expect(await reminded(friday + 1)).toEqual([director])
    expect(await reminded(wednesday)).toEqual([director])
    expect((await reminded(wednesday + 1)).sort()).toEqual([director, gm].sort())
    expect((await reminded(wednesday + 30 * DAY)).sort()).toEqual([director, gm].sort())
    expect(await reminded(wednesday, decided)).toEqual([])
  })
})

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining([
      'confirmation confirmed',
      'confirmation unanswered',
      'fine late',
      'reversal excused',
      'waiver waived',
    ]),
  )
})
