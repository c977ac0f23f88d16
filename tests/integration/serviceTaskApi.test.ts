import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../rules/instant.ts'
import { newId } from '../../db/id.ts'
import { cases } from '../../db/schema/case.ts'
import { absence } from '../../db/schema/person.ts'
import { testApi } from '../support/api.ts'
import { SIGNATURE, TOOLS } from '../support/serviceTask.ts'
import { taskHouse } from '../support/taskHouse.ts'

const {
  db,
  api,
  gm,
  director,
  sales,
  office,
  engineer,
  other,
  southern,
  accepted,
  prepared,
  approved,
  onSite,
  finished,
  requested,
  step,
  walk,
  iso,
  notice,
  travel,
  scores,
  customerId,
} = await taskHouse()

describe('a service task by the API', () => {
  it('goes from notice to ledger [S0-A-3.1b] [S0-A-3.5] [S0-A-6.1] [S0-A-3.13] [S0-A-3.14] [S0-A-6.3a] [S0-A-6.3b] [S0-A-3.4] [S0-A-3.12] [S0-A-3.18]', async () => {
    const id = await requested()
    expect(await walk(id, onSite())).toEqual(['complete', 'record'])
    await walk(id, [
      ['advance', engineer, { amountFen: 200_000 }],
      ['market', engineer, { lines: [{ item: '竞品', content: '乙公司' }] }],
    ])
    await walk(id, [
      ['completion', engineer],
      ['record', engineer, { work: '更换模块', resolution: '已上线' }],
    ])
    const rated = { occurredAt: iso(0), scores, signature: SIGNATURE }
    expect(await walk(id, [['rating', engineer, rated]])).toEqual(['planReturn'])
    await walk(id, [
      ['return-plan', engineer, { plan: '当晚高铁返回' }],
      ['return-agreement', director],
      ['return', engineer],
      ['confirmation', director],
      ['registration', office, { ledgerNumber: '2026-0412' }],
    ])
    const task = await api.ask('get', `/api/service-tasks/${id}`, { as: office.token })
    expect(task.body).toMatchObject({
      state: 'ended',
      engineerId: engineer.personId,
      form: { ledgerNumber: '2026-0412' },
    })
    expect(task.body.ratings).toMatchObject([scores])
    const file = `/api/attachments/${task.body.ratings[0].signatureFileId}`
    expect((await api.ask('get', file, { as: sales.token })).body).toMatchObject({ caseId: id, purpose: 'signature' })
    const drawn = await fetch(`${api.url}${file}/content`, { headers: { authorization: `Bearer ${sales.token}` } })
    expect(Buffer.from(await drawn.arrayBuffer()).toString('base64')).toBe(SIGNATURE.split(',')[1])
    expect(task.body.form).toMatchObject({ mode: 'onSite', tools: TOOLS, travel, returnPlan: '当晚高铁返回' })
    const [row] = await db.select().from(cases).where(eq(cases.id, id))
    expect(row).toMatchObject({ kind: 'serviceTask', nextAlarmAt: null })
  })

  it('skips the trip when it is done remotely, and is approved all the same [S0-A-6.1]', async () => {
    const id = await requested()
    await walk(id, prepared('remote'))
    await walk(id, [['plan', engineer, { estimateAt: iso(HOUR) }]])
    expect(await walk(id, [['plan-decision', director, { approved: true }]])).toEqual(['complete', 'record'])
    expect(await step(id, 'advance', engineer, { amountFen: 1 })).toMatchObject({ status: 409 })
    const rated = { occurredAt: iso(0), scores, signature: SIGNATURE }
    await walk(id, [
      ['completion', engineer],
      ['record', engineer, { work: '远程升级', resolution: '已上线' }],
      ['rating', engineer, rated],
    ])
    expect(await walk(id, [['confirmation', director]])).toEqual(['register'])
  })

  it('is asked for with all five entries, and the refusal names clause and entry [S0-A-3.1a]', async () => {
    const body = { customerId, ...notice, siteSituation: ' ' }
    const answer = await api.ask('post', '/api/service-tasks?lang=zh', { as: sales.token, body })
    expect(answer).toMatchObject({ status: 422, body: { code: 'serviceTask.noticeIncomplete', clause: 'S0-A-3.1a' } })
    expect(answer.body.detail).toContain('现场情况')
  })

  it.each([
    ['the GM', () => gm, {}, 'gm'],
    ['the director, the GM away', () => director, { ground: 'gmAway' }, 'gmAway'],
    ['the director, directly', () => director, { ground: 'direct' }, 'direct'],
  ])('is signed by %s; the ground is recorded [S0-A-3.1b]', async (_, by, body, ground) => {
    const id = await requested()
    expect(await step(id, 'assignments', director, { engineerId: engineer.personId })).toMatchObject({ status: 409 })
    await walk(id, [['signature', by(), body]])
    const { body: found } = await api.ask('get', `/api/cases/${id}`, { as: gm.token })
    const signed = found.facts.find((fact: { kind: string }) => fact.kind === 'signed')
    expect(signed.data).toEqual({ ground })
    expect(signed.byId).toBe(by().personId)
  })

  it('needs a ground from the director, and nobody else signs [S0-A-3.1b]', async () => {
    const id = await requested()
    expect(await step(id, 'signature', director)).toMatchObject({ status: 422, problem: { clause: 'S0-A-3.1b' } })
    expect(await step(id, 'signature', office)).toMatchObject({ status: 403 })
    expect(await step(id, 'signature', southern, { ground: 'direct' })).toMatchObject({ status: 404 })
  })

  it('proposes engineers with the reasons, by region and skill [S0-A-3.2]', async () => {
    const id = await requested()
    const away = newId()
    await db.insert(absence).values({ id: away, personId: other.personId, fromAt: 0, kind: 'leave' })
    const { body } = await api.ask('get', `/api/service-tasks/${id}/proposal`, { as: director.token })
    expect(body.engineers.map((one: { personId: string }) => one.personId)).toEqual([engineer.personId, other.personId])
    expect(body.engineers[0]).toMatchObject({ rank: 1, inRegion: true, skillLevel: 4, absent: false })
    expect(body.engineers[1].reasons.map((reason: { en: string }) => reason.en)).toContain('absent at present')
    await db.delete(absence).where(eq(absence.id, away))
  })
})

describe('what is refused, with the clause', () => {
  it('an advance before the pre-trip part is complete and approved [S0-A-3.6a]', async () => {
    const id = await requested()
    await walk(id, prepared())
    const early = await step(id, 'advance', engineer, { amountFen: 1 })
    expect(early).toMatchObject({ status: 409, problem: { code: 'serviceTask.noAdvance', clause: 'S0-A-3.6a' } })
    expect(early.problem.detail).toContain("appointment, travel plan, estimated completion, the supervisor's approval")
    await walk(id, [
      ['appointment', engineer, { appointmentAt: iso(HOUR) }],
      ['plan', engineer, { estimateAt: iso(HOUR), travel }],
    ])
    expect((await step(id, 'advance', engineer, { amountFen: 1 })).problem.detail).toMatch(
      /missing: the supervisor's approval\.$/,
    )
    await walk(id, [
      ['plan-decision', director, { approved: true }],
      ['advance', engineer, { amountFen: 1 }],
    ])
  })

  it('a trip with the site unknown or without a solution [S0-A-3.6b], or unapproved [S0-A-6.1]', async () => {
    const id = await requested()
    await walk(id, accepted())
    const unknown = await step(id, 'departure', engineer)
    expect(unknown).toMatchObject({ status: 409, problem: { code: 'serviceTask.noTrip', clause: 'S0-A-3.6b' } })
    expect(unknown.problem.detail).toContain('site confirmation, solution')
    await walk(id, [['site-confirmation', engineer, { situation: '一致' }]])
    expect((await step(id, 'departure', engineer)).problem.detail).toMatch(/missing: solution\.$/)
    await walk(id, [['solution', engineer, { solution: '换模块', mode: 'onSite' }]])
    expect(await step(id, 'departure', engineer)).toMatchObject({ status: 409, problem: { clause: 'S0-A-6.1' } })
  })

  it('tools without what is always carried [S0-A-3.7], a trip without a travel plan, an estimate that has passed [S0-A-7.1]', async () => {
    const id = await requested()
    await walk(id, [...accepted(), ['site-confirmation', engineer, { situation: '一致' }]])
    const bare = { tools: ['laptop'], documents: [], spares: [] }
    expect(await step(id, 'preparation', engineer, bare)).toMatchObject({
      status: 422,
      problem: { clause: 'S0-A-3.7' },
    })
    await walk(id, prepared().slice(4))
    await walk(id, [['appointment', engineer, { appointmentAt: iso(HOUR) }]])
    expect(await step(id, 'plan', engineer, { estimateAt: iso(HOUR) })).toMatchObject({ status: 422 })
    const past = { estimateAt: iso(-MINUTE), travel }
    expect(await step(id, 'plan', engineer, past)).toMatchObject({ status: 409, problem: { clause: 'S0-A-7.1' } })
  })

  it('a return before the company agreed [S0-A-3.14]', async () => {
    const id = await requested()
    await walk(id, [...finished(), ['rating', engineer, { occurredAt: iso(0), scores, signature: SIGNATURE }]])
    const early = await step(id, 'return', engineer)
    expect(early).toMatchObject({ status: 409, problem: { code: 'serviceTask.returnNotAgreed', clause: 'S0-A-3.14' } })
    await walk(id, [['return-plan', engineer, { plan: '高铁' }]])
    expect(await step(id, 'return', engineer)).toMatchObject({ status: 409 })
    await walk(id, [
      ['return-agreement', director],
      ['return', engineer],
    ])
  })

  it('a rating without signature or with a grade that there is not [S0-A-3.13] [S0-A-7.2a]', async () => {
    const id = await requested()
    await walk(id, finished())
    const bad = { occurredAt: iso(0), scores: { ...scores, skill: 'medium' }, signature: SIGNATURE }
    expect(await step(id, 'rating', engineer, bad)).toMatchObject({ status: 422 })
    expect(await step(id, 'rating', engineer, { occurredAt: iso(0), scores })).toMatchObject({ status: 422 })
    const future = { occurredAt: iso(HOUR), scores, signature: SIGNATURE }
    expect(await step(id, 'rating', engineer, future)).toMatchObject({ status: 422, problem: { code: 'fact.future' } })
  })

  it('completion before the arrival, confirmation before the rating, a ledger entry by anybody else [S0-A-6.3a] [S0-A-6.3b]', async () => {
    const id = await requested()
    await walk(id, approved())
    expect(await step(id, 'completion', engineer)).toMatchObject({ status: 409, problem: { clause: 'S0-A-3.8' } })
    expect(await step(id, 'confirmation', director)).toMatchObject({ status: 409, problem: { code: 'case.notYet' } })
    expect(await step(id, 'registration', director, { ledgerNumber: '1' })).toMatchObject({ status: 403 })
  })

  it('the steps of another engineer, and deciding on a task of one’s own', async () => {
    const id = await requested()
    await walk(id, accepted())
    expect(await step(id, 'site-confirmation', other, { situation: '一致' })).toMatchObject({ status: 404 })
    const both = await api.signedIn(['engineer', 'serviceDirector'])
    expect(await step(id, 'site-confirmation', both, { situation: '一致' })).toMatchObject({
      status: 403,
      problem: { code: 'case.notYours' },
    })
    const own = await requested()
    await walk(own, [
      ['signature', gm],
      ['assignments', director, { engineerId: both.personId }],
      ['acceptance', both],
    ])
    await walk(own, [
      ['site-confirmation', both, { situation: '一致' }],
      ['solution', both, { solution: '升级', mode: 'remote' }],
      ['preparation', both, { tools: TOOLS, documents: [], spares: [] }],
      ['plan', both, { estimateAt: iso(HOUR) }],
    ])
    const mine = await step(own, 'plan-decision', both, { approved: true })
    expect(mine).toMatchObject({ status: 403, problem: { code: 'serviceTask.ownMatter' } })
    await walk(own, [['plan-decision', director, { approved: true }]])
  })
})

describe('the ledger of the sales back office', () => {
  const listed = async (query: string, by = office) =>
    (await api.ask('get', `/api/service-ledger?${query}`, { as: by.token })).body

  it('holds what was entered with its rating, narrowed by state, day, engineer and words [S0-A-6.3b]', async () => {
    const [entered] = (await listed('state=registered')).items
    expect(entered).toMatchObject({ ledgerNumber: '2026-0412', customerName: '㴨水供电公司', attitude: 'excellent' })
    const ids = async (query: string) => (await listed(query)).items.map((row: { id: string }) => row.id)
    const today = iso(0).slice(0, 10)
    for (const query of [
      'q=0412',
      'q=%E4%B8%8D%E4%B8%8A%E7%BA%BF',
      `engineerId=${engineer.personId}`,
      `fromOn=${today}&untilOn=${today}`,
    ])
      expect(await ids(`state=registered&${query}`), query).toContain(entered.id)
    for (const query of ['q=%25', 'state=waiting', `engineerId=${other.personId}`, 'untilOn=2020-01-01'])
      expect(await ids(query), query).not.toContain(entered.id)
  })

  it('is for those who lead, sell and pay, each in their regions', async () => {
    expect((await api.ask('get', '/api/service-ledger', { as: engineer.token })).status).toBe(403)
    expect((await listed('', southern)).items).toEqual([])
  })
})

describe('a service that lasts longer than a week', () => {
  it('has a work order of its own each week, filled in by its engineer on site [S2-5.1.3b]', async () => {
    const id = await requested()
    await walk(id, approved())
    const order = { work: '已更换两台，待到货' }
    expect((await step(id, 'work-orders', engineer, order)).problem.code).toBe('serviceTask.notArrived')
    await walk(id, [
      ['departure', engineer],
      ['arrival', engineer],
      ['work-orders', engineer, order],
    ])
    expect((await step(id, 'work-orders', other, order)).status).toBe(404)
    const shown = async (days: number, path = '/api/watched?about=job') => {
      const later = await testApi(db, { clock: () => Date.now() + days * DAY })
      const boss = await later.signedIn(['serviceDirector'])
      const { items } = (await later.ask('get', path, { as: boss.token })).body
      return items.find(({ subjectId }: { subjectId: string }) => subjectId === id)
    }
    expect(await shown(6)).toBeUndefined()
    const cited = { clause: 'S2-5.1.3b', subject: expect.stringContaining('㴨水供电公司') }
    expect(await shown(8)).toMatchObject({ have: 1, limit: 2, state: 'lacking', ...cited })
    expect(await shown(8, `/api/watched?about=job&personId=${other.personId}`)).toBeUndefined()
    expect(await shown(15)).toMatchObject({ have: 1, limit: 3, state: 'missed' })
  })
})
