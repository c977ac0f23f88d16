import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { confirmDue } from '../../db/consequence/confirm.ts'
import { releaseLifted } from '../../db/measure/releaseLifted.ts'
import { openEvaluations } from '../../db/evaluation/open.ts'
import { newId } from '../../db/id.ts'
import { amend, correct } from '../../db/policy/amend.ts'
import { cases, facts } from '../../db/schema/case.ts'
import { absence } from '../../db/schema/person.ts'
import { department } from '../support/department.ts'
import { DAY, SECOND, type Instant } from '../../rules/instant.ts'
import { evaluationS1 } from '../../rules/evaluation/S1.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'

const { db } = await testDb()
await department(db, {})
const at = (text: string): Instant => parseInstant(`${text}+08:00`)
let now = at('2026-04-01T00:00:00')
const api = await testApi(db, { clock: () => now })
const [gm, vice, centreGm, manager, director] = [
  await api.signedIn(['companyGm']),
  await api.signedIn(['viceGm']),
  await api.signedIn(['centreGm']),
  await api.signedIn(['afterSalesManager']),
  await api.signedIn(['serviceDirector']),
]
const [engineer, colleague] = [await api.signedIn(['engineer']), await api.signedIn(['callTaker'])]
type Who = { token: string; personId: string }
const post = (who: Who, path: string, body: unknown = {}) => api.ask('post', path, { as: who.token, body })
const get = (who: Who, path: string) => api.ask('get', path, { as: who.token })
const open = (when = now) => openEvaluations(db, procedures.evaluation, when, now)
const even = (score: number) =>
  Object.fromEntries(['taskCompletion', 'serviceQuality', 'teamwork', 'attitude', 'skill'].map((id) => [id, { score }]))
const evaluationOf = async (who: Who, more = '') =>
  (await get(manager, `/api/evaluations?personId=${who.personId}${more}`)).body.items[0]
/** Everything about a person's ledger that waits is seen and confirmed. */
async function confirmAll(who: Who) {
  for (const { id } of (await get(who, '/api/ledger')).body.items) await post(who, `/api/ledger/${id}/seen`)
  now += 10 * DAY
  await confirmDue(db, now)
}

describe('the quarter’s evaluation', () => {
  it('opens by itself when the quarter is over, once, for who worked in it [S1-5.3.3]', async () => {
    const away = await api.signedIn(['engineer'])
    await db
      .insert(absence)
      .values({ id: newId(), personId: away.personId, fromAt: at('2025-12-01T00:00:00'), toAt: null, kind: 'leave' })
    // Of the posts that the rulebook names: whoever owns it switches it on and off by these.
    const named = (posts: readonly string[] | null) => {
      const values = { 'evaluation.S1.subjects': posts }
      return db.transaction((tx) => correct(tx, { policy: 'S1', values, reason: '设定', byId: gm.personId }, now))
    }
    await named(null)
    expect(await open()).toEqual([])
    await named(['callTaker'])
    expect(await open()).toHaveLength(1)
    expect(await evaluationOf(engineer)).toBeUndefined()
    await named(evaluationS1.subjects)
    expect(await open()).toHaveLength(1)
    expect(await open()).toEqual([])
    expect(await open(at('2026-04-30T23:59:59'))).toEqual([])
    expect(await evaluationOf(engineer)).toMatchObject({
      programme: 'S1',
      method: 'regular',
      fromOn: '2026-01-01',
      toOn: '2026-03-31',
      clause: 'S1-5.3.3',
      dueAt: '2026-06-30T23:59:59+08:00',
      assessorRole: 'afterSalesManager',
      grade: null,
    })
    expect(await evaluationOf(away)).toBeUndefined()
  })

  it('is the manager’s to make; nobody else’s, and never of oneself [S1-5.3.3, S1-2.2.M3]', async () => {
    const { id } = await evaluationOf(engineer)
    const path = `/api/evaluations/${id}/assessment`
    const body = { scores: even(80), grade: 'good', reason: '表现稳定' }
    expect((await post(engineer, path, body)).status).toBe(403)
    expect((await post(director, path, body)).body.code).toBe('evaluation.notAssessor')
    const barred = async (who: Who) => (await get(who, `/api/cases/${id}`)).body.barred
    expect(await barred(director)).toMatchObject([
      { code: 'evaluation.notAssessor', text: { zh: expect.stringContaining('售后') } },
    ])
    expect(await barred(engineer)).toMatchObject([{ action: 'evaluation.assess', code: 'evaluation.ownMatter' }])
    expect(await barred(manager)).toEqual([])
    expect((await post(manager, path, { scores: even(80) })).body).toMatchObject({
      code: 'evaluation.gradeOpen',
      clause: 'S1-5.3.6',
    })
    const own = { programme: 'S1', method: 'irregular', fromOn: '2026-03-01', toOn: '2026-03-02', occasion: 'x' }
    const refused = await post(manager, '/api/evaluations', { ...own, personId: manager.personId })
    expect(refused.body.code).toBe('evaluation.ownMatter')
  })

  it('leads the best and the worst to something, as proposals that somebody else decides [S1-5.3.7, S1-5.3.8]', async () => {
    const { id } = await evaluationOf(engineer)
    const body = { scores: even(40), grade: 'unqualified', reason: '多次未按时完成' }
    const made = await post(manager, `/api/evaluations/${id}/assessment`, body)
    expect(made.status).toBe(200)
    expect(made.body.obligations).toMatchObject([
      { promise: 'assess', verdict: 'onTime' },
      { promise: 'followUp', work: 'open' },
    ])
    const [headings, ...criteria] = await api.table(`/api/exports/evaluation-criteria/${id}?lang=zh`, manager.token)
    expect(criteria).toHaveLength(5)
    expect(criteria.map((row) => row[headings!.indexOf('得分')])).toEqual(Array(5).fill('40'))
    const follow = (measures: object[], note?: string) =>
      post(manager, `/api/evaluations/${id}/follow-up`, { measures, note })
    expect((await follow([])).body.code).toBe('evaluation.noteDue')
    const wrong = await follow([{ measure: 'S1.commendation', reason: 'x' }])
    expect(wrong.body.code).toBe('evaluation.wrongSide')
    const done = await follow([
      { measure: 'S1.talk', reason: '谈话提醒' },
      { measure: 'S1.reExam', reason: '补训补考' },
    ])
    expect(done.body).toMatchObject({ proposed: [expect.any(String), expect.any(String)] })
    const [talk, reExam] = done.body.proposed as string[]
    expect((await post(manager, `/api/measures/${talk}/decision`, { approved: true, explanation: 'x' })).status).toBe(
      403,
    )
    const decided = await post(centreGm, `/api/measures/${talk}/decision`, { approved: true, explanation: '同意' })
    expect(decided.body.obligations).toMatchObject([{ promise: 'decide' }, { promise: 'carryOut', work: 'open' }])
    const [entry] = (await get(engineer, '/api/ledger')).body.items
    expect(entry).toMatchObject({ kind: 'measure', clause: 'S1-5.3.8', state: 'provisional', amountFen: 0 })
    expect(entry.because.zh).toContain('诫勉谈话')
    const carried = await post(manager, `/api/measures/${talk}/carrying-out`, { note: '已于当日谈话' })
    expect(carried.body.obligations[1]).toMatchObject({ promise: 'carryOut', work: 'done' })
    await post(centreGm, `/api/measures/${reExam}/decision`, { approved: true, explanation: '同意' })
    const { consequenceId } = (await get(manager, `/api/measures/${reExam}`)).body
    expect((await post(gm, `/api/ledger/${consequenceId}/waiver`, { reason: '已自行补考' })).status).toBe(204)
    const none = await post(manager, `/api/measures/${reExam}/carrying-out`, { note: 'x' })
    expect(none.body.code).toBe('measure.lifted')
    expect(await releaseLifted(db, procedures.measure, now)).toEqual([reExam])
    expect(await releaseLifted(db, procedures.measure, now)).toEqual([])
    expect((await get(manager, `/api/measures/${reExam}`)).body).toMatchObject({ state: 'ended', lifted: true })
    const seen = (await get(engineer, `/api/evaluations/${id}`)).body
    expect(seen).toMatchObject({ grade: 'unqualified', total: 40, gradeFollows: false, reason: '多次未按时完成' })
    expect(seen.proposed.map((one: { approved: boolean | null }) => one.approved)).toEqual([true, true])
    expect((await get(colleague, `/api/evaluations/${id}`)).status).toBe(404)
  })

  it('follows thresholds once somebody set them, and needs no follow-up in between [S1-5.3.6]', async () => {
    const values = {
      'evaluation.S1.from.excellent': 90,
      'evaluation.S1.from.good': 75,
      'evaluation.S1.from.qualified': 60,
    }
    now = at('2026-06-20T00:00:00')
    await db.transaction((tx) =>
      amend(tx, { policy: 'S1', values, reason: '定分数线', byId: null, effectiveFromAt: now }, now),
    )
    now = at('2026-07-01T00:00:00')
    expect(await open()).toHaveLength(2)
    const { id } = await evaluationOf(colleague)
    const wrong = await post(manager, `/api/evaluations/${id}/assessment`, { scores: even(75), grade: 'excellent' })
    expect(wrong.body.code).toBe('evaluation.gradeFollows')
    const made = await post(manager, `/api/evaluations/${id}/assessment`, { scores: even(75) })
    expect(made.body.obligations).toMatchObject([{ verdict: 'onTime' }, { promise: 'followUp', reason: 'notOwed' }])
    expect(await evaluationOf(colleague)).toMatchObject({ state: 'ended', grade: 'good', total: 75 })
  })

  it('cannot be taken back: what opened by itself is owed', async () => {
    const { id } = await evaluationOf(engineer)
    const refused = await post(manager, `/api/evaluations/${id}/cancellation`, { reason: 'x' })
    expect(refused.body).toMatchObject({ code: 'evaluation.owed', clause: 'S1-5.3.3' })
  })

  it('is late from the first second of the quarter after', async () => {
    const { id } = await evaluationOf(engineer)
    now = at('2026-09-30T23:59:59') + SECOND
    await post(manager, `/api/evaluations/${id}/assessment`, { scores: even(80) })
    expect(await evaluationOf(engineer)).toMatchObject({ verdict: 'late' })
  })
})

describe('the ladder', () => {
  const propose = async (measure: string, who: Who = manager) => {
    const [about] = await db.select().from(facts).where(eq(facts.kind, 'assessed'))
    const body = {
      measure,
      personId: engineer.personId,
      reason: '违反工作纪律',
      aboutCaseId: about!.caseId,
      evidenceIds: [about!.id],
    }
    return post(who, '/api/measures', body)
  }
  const approve = (id: string, who: Who = centreGm) =>
    post(who, `/api/measures/${id}/decision`, { approved: true, explanation: '属实' })

  it('is climbed rung by rung, with evidence, decided by who did not propose it [S3-7.2]', async () => {
    const bare = await post(manager, '/api/measures', {
      measure: 'S3.oralWarning',
      personId: engineer.personId,
      reason: 'x',
    })
    expect(bare.body.code).toBe('measure.noEvidence')
    expect((await propose('S3.writtenWarning')).body).toMatchObject({ code: 'measure.rungMissing', clause: 'S3-7.2' })
    const own = { measure: 'S3.commendation', personId: manager.personId, reason: 'x' }
    expect((await post(manager, '/api/measures', own)).body.code).toBe('measure.ownMatter')

    const oral = (await propose('S3.oralWarning', centreGm)).body.id
    expect((await approve(oral)).body.code).toBe('measure.ownMatter')
    expect((await approve(oral, vice)).status).toBe(200)
    const written = (await propose('S3.writtenWarning')).body.id
    expect((await approve(written)).status).toBe(200)
  })

  it('ends in demotion and termination, which are recommendations until the general manager approves [S3-7.2, S2-T2-3.1-6]', async () => {
    const demotion = (await propose('S3.demotion')).body.id as string
    const waiting = (await get(engineer, '/api/ledger')).body.items[0]
    expect(waiting).toMatchObject({ kind: 'recommendation', clause: 'S3-7.2', state: 'provisional' })
    expect((await approve(demotion)).body.code).toBe('measure.notDecider')
    expect((await propose('S3.termination')).body.code).toBe('measure.rungMissing')
    expect((await approve(demotion, gm)).status).toBe(200)
    expect((await post(manager, `/api/measures/${demotion}/carrying-out`, { note: 'x' })).body.code).toBe(
      'measure.notFinal',
    )
    await confirmAll(engineer)
    const recommended = (await get(engineer, '/api/ledger')).body.items.find(
      (one: { id: string }) => one.id === waiting.id,
    )
    expect(recommended.state).toBe('confirmed')
    const appealed = await post(engineer, `/api/ledger/${waiting.id}/appeal`, { reason: 'x' })
    expect(appealed.body.code).toBe('measure.appealMeasure')
    expect((await post(manager, `/api/measures/${demotion}/carrying-out`, { note: '已调整' })).status).toBe(200)
  })

  it('goes back where a warning is lifted on appeal; who imposed it does not decide that', async () => {
    const { items } = (await get(engineer, '/api/ledger')).body
    const entries = items.filter(
      (one: { kind: string; state: string }) => one.kind === 'measure' && one.state === 'confirmed',
    )
    const written = entries.find((one: { because: { zh: string } }) => one.because.zh.includes('书面警告'))
    const filed = await post(engineer, `/api/ledger/${written.id}/appeal`, { reason: '当日在医院，有证明' })
    expect(filed.status).toBe(201)
    const decision = { outcome: 'lifted', explanation: '属实，撤销' }
    const path = `/api/appeals/${filed.body.caseId}/decision`
    expect((await post(centreGm, path, decision)).body.code).toBe('consequence.concerned')
    expect((await post(gm, path, decision)).status).toBe(200)
    const lifted = (await get(manager, `/api/measures?personId=${engineer.personId}`)).body.items
    expect(lifted.find((one: { measure: string }) => one.measure === 'S3.writtenWarning').lifted).toBe(true)
  })

  it('is neither withdrawn as a whole nor corrected from outside', async () => {
    const { id } = (await propose('S3.oralWarning')).body
    const withdrawn = await post(director, `/api/cases/${id}/withdrawal`, { reason: 'x' })
    expect(withdrawn.body.code).toBe('case.withdrawnApart')
    const seen = await get(director, `/api/cases/${id}`)
    const correction = { occurredAt: '2026-01-01T00:00:00+08:00', reason: 'x' }
    const corrected = await post(director, `/api/facts/${seen.body.facts[0].id}/corrections`, correction)
    expect(corrected.body.code).toBe('fact.correctedApart')
    expect((await get(colleague, `/api/cases/${id}`)).body.code).toBe('case.unknown')
  })

  it('a turned down recommendation leaves nothing but its trace', async () => {
    const { id } = (await propose('S3.termination')).body
    const no = await post(gm, `/api/measures/${id}/decision`, { approved: false, explanation: '给予改正机会' })
    expect(no.status).toBe(200)
    const entry = (await get(engineer, '/api/ledger')).body.items.find(
      (one: { kind: string; caseId: string }) => one.kind === 'recommendation' && one.caseId === id,
    )
    expect(entry.state).toBe('waived')
    const [held] = await db.select().from(cases).where(eq(cases.id, id))
    expect(held!.state).toBe('ended')
  })

  it('leaves a record for decisions on promotion, pay and reward, frozen with each proposal [S3-7.3]', async () => {
    const made = await post(manager, '/api/measures', {
      measure: 'S3.promotion',
      personId: engineer.personId,
      reason: '年度考虑',
    })
    const { record } = (await get(gm, `/api/measures/${made.body.id}`)).body
    expect(record.measures.map((one: { measure: string }) => one.measure)).toEqual([
      'S1.talk',
      'S3.oralWarning',
      'S3.demotion',
    ])
    expect(record).toMatchObject({ penalties: 3, rewards: 0 })
    expect(record.evaluations[0]).toMatchObject({ programme: 'S1', grade: 'good', toOn: '2026-06-30' })
    expect((await get(engineer, `/api/people/${engineer.personId}/merits`)).body).toMatchObject({ penalties: 3 })
    expect((await get(colleague, `/api/people/${engineer.personId}/merits`)).body.code).toBe('caller.outOfRegion')
  })
})

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining([
      'confirmation measureApproved',
      'measure measureApproved',
      'recommendation measureProposed',
      'waiver appealLifted',
      'waiver measureDeclined',
    ]),
  )
})
