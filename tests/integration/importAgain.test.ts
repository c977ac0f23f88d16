import { eq, inArray } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { seedPolicies } from '../../db/policy/terms.ts'
import { contact, customer, phoneNumber } from '../../db/schema/customer.ts'
import { dutyRoster, line, person, personRole } from '../../db/schema/person.ts'
import { policyBindings } from '../../db/schema/policy.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
const api = await testApi(db)
const admin = await api.signedIn(['admin'])
const load = async (path: string, csv: string) =>
  (await api.ask('post', `/api/import/${path}`, { as: admin.token, csv })).body
/** What a file would do, by line: each column that is wrong with its sentence. */
const tried = async (kind: string, csv: string) => {
  const { shown } = await load(`${kind}/preview?lang=zh`, csv)
  return Object.fromEntries(
    shown.map((row: { line: number; faults: { column: string; detail: string }[] }) => [
      row.line,
      row.faults.map(({ column, detail }) => `${column}：${detail}`),
    ]),
  )
}
const numbers = async () => (await db.select().from(phoneNumber)).map(({ number }) => number).sort()

await load('regions', '区域代码,区域名称\nSD,山东\nHN,湖南')
await load(
  'people',
  '工号,姓名,类别,驻外,区域,电话,岗位\nE1,张三,承包方,是,山东,13800000001,技术服务工程师@山东\nE2,李四,,,,,技术主管@SD',
)
await seedPolicies(db)

describe('a list that is loaded again brings what stands up to date, and takes nothing away', () => {
  it('people: an empty cell or a missing column leaves what stands; further numbers stay', async () => {
    await load('numbers', '电话,工号\n0531-88880000,E1')
    expect(await load('people', '工号,姓名,电话\nE1,张三丰,13800000002')).toMatchObject({ written: 1, errors: [] })
    const [found] = await db.select().from(person).where(eq(person.code, 'E1'))
    expect(found).toMatchObject({ name: '张三丰', kind: 'contractor', posted: true })
    expect(await numbers()).toEqual(['+8613800000001', '+8613800000002', '+8653188880000'])
    const held = await db.select().from(personRole).where(eq(personRole.personId, found!.id))
    expect(held.map(({ role, regionId }) => [role, regionId !== null])).toEqual([['engineer', true]])
    // The register shows them as the list writes them.
    const [, ...rows] = await api.table('/api/exports/people?lang=zh&q=E1', admin.token)
    expect(rows.map((row) => row[3])).toEqual(['服务工程师@山东'])
  })

  it('customers: the name, the region, and who is there', async () => {
    await load('customers', '客户代码,客户名称,联系人,称呼,电话\nC1,甲公司,赵六,赵工,13900000001')
    const again = '客户代码,客户名称,区域,联系人,职务,电话\nC1,甲集团,湖南,赵六,班长,13900000002'
    expect(await load('customers', again)).toMatchObject({ written: 1, errors: [] })
    const [found] = await db.select().from(customer)
    expect([found!.name, found!.regionId === null]).toEqual(['甲集团', false])
    expect(await db.select().from(contact)).toMatchObject([{ name: '赵六', address: '赵工', post: '班长' }])
    expect(await numbers()).toEqual(expect.arrayContaining(['+8613900000001', '+8613900000002']))
  })

  it('lines and the duty roster: the same file twice changes nothing, another end is taken over', async () => {
    const lines = '号码,类别,部门\n400-800-1234,热线,客服中心'
    const duty = '号码,工号,开始,结束\n400-800-1234,E1,2026-02-16 18:00,2026-02-17 08:00'
    for (const kind of ['lines', 'duty'] as const)
      for (const once of [1, 2])
        expect(await load(kind, kind === 'lines' ? lines : duty), `${kind} ${once}`).toMatchObject({
          written: 1,
          errors: [],
        })
    await load('lines', lines.replace('客服中心', '客户服务组'))
    await load('duty', duty.replace('08:00', '09:30'))
    expect(await db.select().from(line)).toMatchObject([{ department: '客户服务组' }])
    expect(await db.select().from(dutyRoster)).toMatchObject([{ toAt: Date.parse('2026-02-17T09:30+08:00') }])
  })

  it('a binding ends where the list says so, and one of later begins anew', async () => {
    await load('projects', '客户代码,项目名称\nC1,甲项目')
    const head = '制度,事项,客户代码,项目,开始日期,结束日期\n'
    for (const row of ['S4-N,人员变更,C1,甲项目,2026-02-01,', 'S4-N,staffChange,C1,甲项目,2026-03-01,2026-03-31'])
      expect(await load('policies', head + row)).toMatchObject({ written: 1, errors: [] })
    await load('policies', head + 'S4-N,Staff changes,C1,甲项目,2026-06-01,')
    const bound = await db
      .select()
      .from(policyBindings)
      .where(eq(policyBindings.scope, 'project'))
      .orderBy(policyBindings.fromAt)
    expect(bound.map(({ fromAt, toAt }) => [fromAt, toAt])).toEqual([
      [Date.parse('2026-02-01T00:00+08:00'), Date.parse('2026-04-01T00:00+08:00')],
      [Date.parse('2026-06-01T00:00+08:00'), null],
    ])
    expect(await tried('policies', head + 'S4-N,奖惩,C1,甲项目,,')).toEqual({
      2: ['事项：这部制度没有该主题，可选：人员变更、考勤。'],
    })
  })
})

describe('what is wrong with a row is said at once and where it lies', () => {
  it('a column is known by what lists call it, and one that is none of ours is named', async () => {
    const list = '员工编号,姓名,手机,职务,入职日期,联系电话,错误原因\nE40,庚,13800000040,坐席工程师,2020-01-01,1,改过了'
    const preview = await load('people/preview?lang=zh', list)
    expect(preview).toMatchObject({ rows: 1, wrong: 0, unknown: ['入职日期', '联系电话'] })
    expect(preview.shown[0].cells).toEqual(expect.arrayContaining(['E40', '13800000040', '坐席工程师']))
  })

  it('every wrong cell, and a post that is none with those near it', async () => {
    expect(await tried('people', '工号,姓名,类别,驻外,电话,区域,岗位\nE9,丙,外星人,也许,12,北京,总经理')).toEqual({
      2: [
        '电话：电话号码无法识别。',
        '类别：应填 员工 / 甲方 / 承包方 / 服务账号。',
        '驻外：应填 是 / 否。',
        '区域：没有这个区域。',
        expect.stringMatching(/^岗位：没有“总经理”这个岗位，相近的有：.*客服中心总经理/),
      ],
    })
  })

  it('whoever leans on a wrong row is told which, however long the line, and the preview tells what loading does', async () => {
    const list = '工号,姓名,岗位,上级工号\nE20,甲,无此岗位,\nE21,乙,,E20\nE22,丙,,E21\nE23,丁,,E99\nE24,戊,,'
    expect(await tried('people', list)).toEqual({
      2: [expect.stringContaining('没有“无此岗位”这个岗位')],
      3: ['上级工号：所填的人在第 2 行，那一行有误：改好那一行即可。'],
      4: ['上级工号：所填的人在第 3 行，那一行有误：改好那一行即可。'],
      5: ['上级工号：没有这个人员。'],
      6: [],
    })
    expect(await load('people?partial=true', list)).toMatchObject({ rows: 5, written: 1 })
  })

  it('a superior is known by name where only one has it', async () => {
    const list = '工号,姓名,直接上级\nE50,陈一,李四\nE51,陈二,陈一\nE52,陈同,\nE53,陈同,\nE54,陈三,陈同'
    expect(await tried('people', list)).toMatchObject({ 2: [], 3: [], 6: ['上级工号：没有这个人员。'] })
    await load('people?partial=true', list)
    const named = inArray(person.code, ['E2', 'E50', 'E51'])
    const [boss, first, second] = await db.select().from(person).where(named).orderBy(person.code)
    expect([first!.superiorId, second!.superiorId]).toEqual([boss!.id, first!.id])
  })

  it('the same thing twice in one file with other contents, not the same row twice', async () => {
    expect(await tried('people', '工号,姓名\nE30,甲\nE30,甲\nE30,乙')).toEqual({
      2: [],
      3: [],
      4: ['工号：与第 2 行是同一条，内容却不同：只留一行。'],
    })
  })
})
