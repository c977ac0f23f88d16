import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../rules/instant.ts'
import { explain } from '../../rules/consequence/explain.ts'
import { formatInstant, parseInstant } from '../../rules/time/local.ts'
import { procedureOf } from '../../api/procedures.ts'
import { correctFact } from '../../db/case/change.ts'
import { listEntries } from '../../db/consequence/read.ts'
import { newId } from '../../db/id.ts'
import { correctRecord, recordFact } from '../../db/record/record.ts'
import { person, personRole } from '../../db/schema/person.ts'
import { correctRating, decideSignature } from '../../db/serviceTask/rate.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'
import { scored, serviceTasks } from '../support/serviceTask.ts'

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
const { director, gm } = people

const START = parseInstant('2026-04-10T09:00:00+08:00')

describe('ratings in the ledger', () => {
  /** An engineer of their own, so that no other test's ratings are in the row. */
  async function crew() {
    const id = newId()
    await db.insert(person).values({ id, code: id, name: '工程师', kind: 'staff', superiorId: director })
    await db.insert(personRole).values({ id: newId(), personId: id, role: 'engineer', fromAt: 0 })
    return { id, play: serviceTasks(db, { ...people, engineer: id, customerId }) }
  }
  const entriesOf = (personId: string) => listEntries(db, { personId, scope: 'all', limit: 200 })
  const net = async (personId: string) =>
    (await entriesOf(personId)).reduce((total, entry) => total + entry.amountFen, 0)
  const at = (minute: number) => START + minute * MINUTE

  it('moves the row of fair ones when a rating between two arrives late [S0-A-7.2c]', async () => {
    const { id, play } = await crew()
    await play.rated(at(100), scored('good', 'fair', 'fair'))
    await play.rated(at(300), scored('fair', 'good', 'good'))
    expect(await net(id)).toBe(-5_000)
    // Signed in between without network, and not fair: the row was never one.
    await play.rated(at(200), scored('good', 'good', 'good'), at(400))
    const entries = await entriesOf(id)
    expect(entries.map((entry) => entry.amountFen).sort()).toEqual([-5_000, 5_000])
    expect(entries.find((entry) => entry.aboutId === null)!.state).toBe('reversed')
    const told = formatInstant(at(200)).slice(0, 19).replace('T', ' ')
    expect(explain(entries.find((entry) => entry.aboutId !== null)!).because.zh).toContain(
      `其后得知的事实发生于 ${told}`,
    )
  })

  it('goes on from a row that was taken over, which costs nothing itself [S0-A-7.2c]', async () => {
    const { id, play } = await crew()
    await play.rated(at(100), scored('fair', 'good', 'good'))
    const about = { personId: id, byId: director, occurredAt: at(0) }
    const record = { kind: 'openingFairRow', count: 2 } as const
    const taken = await db.transaction((tx) => recordFact(tx, { ...about, record }, at(200)))
    const [entry] = await entriesOf(id)
    expect(entry).toMatchObject({ clause: 'S0-A-7.2c', amountFen: -5_000 })
    expect(entry!.evidenceIds).toContain(taken.id)
    const back = { factId: taken.id, byId: director, reason: '误录' }
    await db.transaction((tx) => correctRecord(tx, back, at(300)))
    expect(await net(id)).toBe(0)
  })

  it('costs the same in whatever order ratings arrive [S0-A-7.2b] [S0-A-7.2c]', async () => {
    const grades = fc.constantFrom('good', 'fair', 'fair', 'poor') as fc.Arbitrary<'good' | 'fair' | 'poor'>
    const rating = fc.tuple(grades, grades, grades)
    await fc.assert(
      fc.asyncProperty(fc.array(rating, { minLength: 2, maxLength: 4 }), async (ratings) => {
        const [forwards, backwards] = [await crew(), await crew()]
        const ordered = ratings.map((scores, index) => ({ signedAt: at(index * 100), scores }))
        const late = at(ratings.length * 100)
        for (const { signedAt, scores } of ordered) await forwards.play.rated(signedAt, scored(...scores), late)
        for (const { signedAt, scores } of ordered.toReversed())
          await backwards.play.rated(signedAt, scored(...scores), late)
        expect(await net(backwards.id)).toBe(await net(forwards.id))
      }),
      { numRuns: 3 },
    )
  })

  it('follows a correction of the scores by reversal and new entry, and back again [S0-A-7.2b]', async () => {
    const { id, play } = await crew()
    const caseId = await play.rated(at(0), scored('poor', 'good', 'good'))
    const correct = (scores: ReturnType<typeof scored>, minute: number, byId = director) =>
      db.transaction((tx) => correctRating(tx, { caseId, byId, scope: 'all', scores, reason: '录入有误' }, at(minute)))
    await expect(correct(scored('good', 'good', 'good'), 1, id)).rejects.toMatchObject({
      code: 'serviceTask.ownMatter',
    })
    await correct(scored('good', 'good', 'poor'), 1)
    expect((await entriesOf(id)).map((entry) => entry.amountFen).sort()).toEqual([-5_000, -5_000, 5_000])
    await correct(scored('good', 'good', 'good'), 2)
    await correct(scored('poor', 'good', 'good'), 3)
    expect(await net(id)).toBe(-5_000)
  })

  it('is not corrected past the ledger, by the time of its fact alone', async () => {
    const { play } = await crew()
    const caseId = await play.rated(at(0), scored('poor', 'good', 'good'))
    const factId = (await play.promises(caseId)).of('rate').evidenceId!
    const given = { factId, occurredAt: at(1), reason: '录入有误', byId: director, scope: 'all' as const }
    const past = db.transaction((tx) => correctFact(tx, procedureOf, given, at(60)))
    await expect(past).rejects.toMatchObject({ code: 'fact.correctedApart' })
  })

  it('takes poor scores back when their signature is forged: ¥150 stands for them [S0-A-7.3c]', async () => {
    const { id, play } = await crew()
    const caseId = await play.rated(at(0), scored('poor', 'fair', 'good'))
    await play.does(decideSignature)(caseId, gm, at(60), { finding: 'forged', note: '客户否认' })
    expect(await net(id)).toBe(-15_000)
    const again = play.does(decideSignature)(caseId, gm, at(61), { finding: 'forged', note: '客户否认' })
    await expect(again).rejects.toMatchObject({ code: 'serviceTask.notSigned' })
  })

  it('is consistent when two tasks of one engineer are rated at the same moment [S0-A-7.2c]', async () => {
    const { id, play } = await crew()
    const fair = scored('fair', 'fair', 'good')
    await Promise.all([play.rated(at(0), scored('good', 'good', 'fair'), at(300)), play.rated(at(100), fair, at(300))])
    expect(await net(id)).toBe(-5_000)
  })
})

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining(['fine fair', 'fine poor', 'fine signature', 'reversal rating']),
  )
})
