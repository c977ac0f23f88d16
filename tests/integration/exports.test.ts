import { describe, expect, it } from 'vitest'
import { exportRoutes } from '../../api/export/routes.ts'
import { readXlsx } from '../../db/import/readXlsx.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { unzip } from '../../db/import/unzip.ts'
import { MINUTE } from '../../rules/instant.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
await seedPolicies(db)
const api = await testApi(db)
const admin = await api.signedIn(['admin', 'centreGm', 'hrSpecialist', 'finance', 'callTaker'])

const download = async (path: string, token = admin.token) => {
  const answer = await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${token}` } })
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const table = (path: string, token = admin.token) => api.table(path, token)

describe('a list as an Excel file', () => {
  it('holds what the list gives, as filtered, within the reader’s reach, in their language', async () => {
    const made = async (path: string, body: object) =>
      (await api.ask('post', path, { as: admin.token, body })).body as { id: string }
    const [north, south] = [
      await made('/api/regions', { code: 'N', name: '北区' }),
      await made('/api/regions', { code: 'S', name: '南区' }),
    ]
    await made('/api/customers', { code: '=1+1', name: '@甲 <公司>', regionId: north.id })
    await made('/api/customers', { code: 'C2', name: '乙公司', regionId: south.id })
    await made('/api/customers', { code: 'C3', name: '丙公司', regionId: north.id, active: false })

    const rows = await table('/api/exports/customers?lang=zh')
    expect(rows).toEqual([
      ['客户代码', '客户名称', '区域', '有效'],
      ['=1+1', '@甲 <公司>', '北区', '是'],
      ['C2', '乙公司', '南区', '是'],
      ['C3', '丙公司', '北区', '否'],
    ])
    const active = await table('/api/exports/customers?lang=en&active=true')
    expect(active.map((row) => row[0])).toEqual(['Code', '=1+1', 'C2'])
    const { token } = await api.signedIn([{ role: 'technicalSupportEngineer', regionId: south.id }])
    expect((await table('/api/exports/customers', token)).slice(1).map((row) => row[0])).toEqual(['C2'])
  })

  it('has no formula in it, whatever people wrote', async () => {
    const { bytes } = await download('/api/exports/customers')
    const sheet = unzip(bytes, (name) => name === 'xl/worksheets/sheet1.xml').get('xl/worksheets/sheet1.xml')!
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet).not.toContain('<v>=1+1')
  })

  it('goes on beyond one page, and is a download that the log tells of', async () => {
    const region = (await db.$client`select id from region limit 1`)[0]!['id'] as string
    await db.$client`insert into customer (id, code, name, region_id)
      select 'many-' || n, 'M' || n, '客户' || n, ${region} from generate_series(1, 700) n`
    expect(await table('/api/exports/customers')).toHaveLength(704)
    const { answer } = await download('/api/exports/customers?lang=zh')
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('客户'))
    const log = await api.ask('get', '/api/audit?noun=export', { as: admin.token })
    expect(log.body.items[0]).toMatchObject({ subjectId: 'customers', personId: admin.personId, detail: { rows: 703 } })
  })

  it('of what administration sets up: lines by number, bindings as filtered, never a secret', async () => {
    const post = (path: string, body: object) => api.ask('post', path, { as: admin.token, body })
    const { secret } = (await post('/api/telephony-sources', { name: 'pbx' })).body
    const line = (await post('/api/lines', { number: '4008001234', kind: 'hotline', department: '客服' })).body
    const hours = { fromAt: '2026-03-02T08:00:00+08:00', toAt: '2026-03-02T18:00:00+08:00' }
    await post('/api/duty', { lineId: line.id, personId: admin.personId, ...hours })
    const sources = (await table('/api/exports/telephony-sources')).map((row) => row.join())
    expect(sources[1]).toContain('pbx')
    expect(sources.join()).not.toContain(secret)
    expect((await table('/api/exports/duty?lang=zh')).map((row) => row[0])).toEqual(['线路', line.number])
    const house = (await table('/api/exports/policy-bindings?lang=zh&policy=house')).map((row) => row.slice(0, 4))
    expect(house.slice(1)).toEqual([['house 内部规则', '', '内部规则', '全公司']])
    const values = await table('/api/exports/rulebook-parameters/S2/1?lang=zh')
    expect(values.find((row) => row.at(-1) === 'call.returnCustomer')?.[1]).toBe('30 分钟')
  })

  it('of a draft: number by number, what it was and what it becomes', async () => {
    const draft = {
      rulebookId: 'S2',
      kind: 'amendment',
      note: '回电更快',
      values: { 'call.returnCustomer': 20 * MINUTE },
    }
    const { caseId } = (await api.ask('post', '/api/rulebook-drafts', { as: admin.token, body: draft })).body
    const [headings, ...changes] = await table(`/api/exports/draft-changes/${caseId}?lang=zh`)
    expect(headings).toEqual(['参数', '原来', '草案', '条款'])
    expect(changes).toEqual([[expect.any(String), '30 分钟', '20 分钟', 'S2-1.5.6']])
  })

  // What belongs to one case is proven with that case.
  const ofCases = /backtest-|draft-|evaluation-|assessment-|pay-bonus-/
  const open = exportRoutes.map(({ path }) => path).filter((path) => !(path.includes(':id') && ofCases.test(path)))
  it.each(open)('%s opens, in both languages', async (path) => {
    for (const lang of ['zh', 'en']) {
      const month = path.endsWith('pay-statement') ? '&month=2026-01' : ''
      const address = path.replace(':id', 'S2').replace(':version', '1').replace(':name/:year', 'cn/2026')
      const { answer, bytes } = await download(`${address}?lang=${lang}${month}`)
      expect(answer.status).toBe(200)
      expect(readXlsx(bytes, 20_000)[0]!.cells.every((heading) => heading !== '')).toBe(true)
    }
  })
})
