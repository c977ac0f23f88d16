import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { eq } from 'drizzle-orm'
import { cases, escalations } from '../../db/schema/case.ts'
import { startChange, type NewChange } from '../../db/staffChange/start.ts'
import { giveNotice } from '../../db/staffChange/steps.ts'
import { DAY, SECOND, type Instant } from '../../rules/instant.ts'
import { addDays, localDate } from '../../rules/time/local.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { skippingSystem } from '../support/skipping.ts'
import { siteUnder } from '../support/site.ts'
import { stepsOn } from '../support/staffChange.ts'
import { eventually } from '../support/system.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'centreGm' },
  pm: { role: 'contractorPm', kind: 'contractor', superior: 'gm' },
  a: { role: 'engineer' },
})
const [N, S] = [await siteUnder(db, 'S4-N', [people.pm]), await siteUnder(db, 'S4-S', [people.pm])]
const { rows } = stepsOn(db, N, people.pm)
const { act, until, wholeSecond } = await skippingSystem(db)

/** A change started now by the server's clock; with it the promise whose clock is looked at. */
async function started(site: typeof N, promise: string, change: (now: Instant) => Partial<NewChange>) {
  const now = (await wholeSecond()) + SECOND
  await until(now)
  const given = { outgoingId: people.a, byId: people.pm, plan: {}, ...change(now) }
  const { caseId } = await act(
    (made: { caseId: string }) => made.caseId,
    (tx) => startChange(tx, procedures.staffChange, site, given, now),
  )
  const own = () => rows(caseId, promise)
  return {
    caseId,
    own,
    dueAt: (await own())[0]!.dueAt!,
    verdicts: async () => [...new Set((await own()).map((row) => row.verdict))],
  }
}

/** Ends what the test began, so that the next one may start a change of the same person. */
async function over(caseId: string) {
  await db.update(cases).set({ state: 'withdrawn', nextAlarmAt: null }).where(eq(cases.id, caseId))
}

const inSomeMonths = (now: Instant) => ({ plan: { takesOverOn: addDays(localDate(now), 75) } })
const demanded = (now: Instant): Partial<NewChange> => ({
  demandedAt: now,
  ground: 'technique',
  demandingGrants: [{ role: 'clientInformation', regionId: null }],
})

describe.each([
  ['the month’s notice', 'notice', N, inSomeMonths],
  ['the twelve working days', 'leadTime', N, inSomeMonths],
  ['the fifteen working days', 'replace', S, demanded],
] as const)('%s, by the workflow’s own clock', (_, promise, site, change) => {
  it('stands through the last second of its day and is late in the next [S4-N-3.1] [S4-N-3.2] [S4-S-3.4b]', async () => {
    const { caseId, dueAt, verdicts } = await started(site, promise, change)
    await until(dueAt - SECOND)
    expect(await verdicts()).toEqual(['pending'])
    await until(dueAt)
    expect(await verdicts()).toEqual(['pending'])
    await until(dueAt + SECOND)
    expect(await eventually(async () => ((await verdicts())[0] === 'late' ? true : undefined))).toBe(true)
    const steps = await db.select().from(escalations).where(eq(escalations.caseId, caseId))
    expect(steps.every((step) => step.by === 'timer')).toBe(true)
    await over(caseId)
  })
})

it.each([-SECOND, 0])(
  'notice given %i ms from its end is on time, and the clock adds nothing [S4-N-3.1]',
  async (from) => {
    const { caseId, dueAt, own } = await started(N, 'notice', inSomeMonths)
    await until(dueAt + from)
    const occurredAt = dueAt + from
    await act(
      () => caseId,
      (tx) => giveNotice(tx, procedures.staffChange, { caseId, occurredAt, byId: people.pm }, occurredAt),
    )
    await until(dueAt + 3 * DAY)
    expect((await own()).map((row) => `${row.work}/${row.verdict}`)).toEqual(['done/onTime', 'done/onTime'])
    await over(caseId)
  },
)
