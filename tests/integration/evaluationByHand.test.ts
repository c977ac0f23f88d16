import { describe, expect, it } from 'vitest'
import { projectMember } from '../../db/schema/staffChange.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { boundProject } from '../support/boundProject.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'

const { db } = await testDb()
await department(db, {})
const now = parseInstant('2026-10-01T00:00:00+08:00')
const api = await testApi(db, { clock: () => now })
const [manager, director, quality, engineer, colleague] = [
  await api.signedIn(['afterSalesManager']),
  await api.signedIn(['serviceDirector']),
  await api.signedIn(['qualityControl']),
  await api.signedIn(['engineer']),
  await api.signedIn(['callTaker']),
]
type Who = { token: string; personId: string }
const post = (who: Who, path: string, body: unknown = {}) => api.ask('post', path, { as: who.token, body })
const get = (who: Who, path: string) => api.ask('get', path, { as: who.token })

describe('other ways and other rulebooks', () => {
  it('are opened by hand: when there is occasion, and where the interval is blank [S1-5.3.2, S3-3.1(6), S3-5.2]', async () => {
    const about = { personId: colleague.personId, fromOn: '2026-09-01', toOn: '2026-09-30' }
    const ask = (body: object) => post(director, '/api/evaluations', { ...about, ...body })
    expect((await ask({ programme: 'S1', method: 'regular' })).body.code).toBe('evaluation.comesByItself')
    expect((await ask({ programme: 'S1', method: 'irregular' })).body.code).toBe('evaluation.occasion')
    expect((await ask({ programme: 'S3', method: 'customer' })).body.code).toBe('evaluation.noMethod')
    expect((await ask({ programme: 'S4-G', method: 'regular' })).body.code).toBe('evaluation.noProgramme')
    expect((await ask({ programme: 'S3', method: 'regular', toOn: '2026-10-02' })).body.code).toBe('fact.future')
    const { id } = (await ask({ programme: 'S3', method: 'regular' })).body
    expect((await ask({ programme: 'S3', method: 'regular' })).body.code).toBe('evaluation.standing')
    const { body } = await get(director, `/api/evaluations/${id}`)
    expect(body).toMatchObject({ dueKind: 'unset', dueAt: null, assessorRole: 'serviceDirector', gradeFollows: false })
    expect(body.criteria.map((one: { clause: string }) => one.clause)).toEqual([
      'S3-5.2(1)',
      'S3-5.2(2)',
      'S3-5.2(3)',
      'S3-5.2(4)',
      'S3-5.2(5)',
    ])
    expect((await post(manager, `/api/evaluations/${id}/cancellation`, { reason: 'x' })).body.code).toBe(
      'evaluation.notAssessor',
    )
    expect((await post(director, `/api/evaluations/${id}/cancellation`, { reason: '时段有误' })).status).toBe(200)
    expect((await ask({ programme: 'S3', method: 'regular' })).status).toBe(201)
    const customers = await ask({ programme: 'S1', method: 'customer' })
    expect(customers.status).toBe(201)
    const list = (await get(director, `/api/evaluation-programmes?personId=${colleague.personId}`)).body
    expect(list.items.map((one: { id: string; months: number | null }) => [one.id, one.months])).toEqual([
      ['S1', 3],
      ['S3', null],
    ])
  })

  it('hold for those on a project that is bound to them; quality control makes its own [S4-K-13, S4-K-14, S4-K-17, S4-G-13]', async () => {
    const projectId = await boundProject(db, 'S4-K', 'evaluation')
    await db.insert(projectMember).values({ projectId, personId: engineer.personId })
    const period = { fromOn: '2026-07-01', toOn: '2026-09-30' }
    const made = await post(manager, '/api/evaluations', {
      programme: 'S4-K',
      method: 'regular',
      personId: engineer.personId,
      ...period,
    })
    const path = `/api/evaluations/${made.body.id}`
    const { criteria } = (await get(quality, path)).body
    expect(criteria.map((one: { meetsTarget: unknown }) => one.meetsTarget)).toEqual([null, null, null])
    const scores = Object.fromEntries(criteria.map((one: { id: string }) => [one.id, { score: 70 }]))
    const body = { scores, grade: 'ordinary', reason: '未设指标，按现场情况评定' }
    expect((await post(manager, `${path}/assessment`, body)).body.code).toBe('evaluation.notAssessor')
    expect((await post(quality, `${path}/assessment`, body)).status).toBe(200)
  })
})
