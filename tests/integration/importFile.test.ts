import { count, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { columns, kinds } from '../../db/import/columns.ts'
import { readXlsx } from '../../db/import/readXlsx.ts'
import { isZip } from '../../db/import/unzip.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { contact, phoneNumber, project } from '../../db/schema/customer.ts'
import { dutyRoster, person, personRole } from '../../db/schema/person.ts'
import { policyBindings } from '../../db/schema/policy.ts'
import { facts, obligations } from '../../db/schema/case.ts'
import { serviceTasks } from '../../db/schema/serviceTask.ts'
import { staffChanges } from '../../db/schema/staffChange.ts'
import { XLSX } from '../../rules/attachment/mediaType.ts'
import { addDays, atTime, localDate } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
const api = await testApi(db)
const admin = await api.signedIn(['admin'])
const hr = await api.signedIn(['hrSpecialist'])
const load = (path: string, csv: string | Uint8Array<ArrayBuffer>, as = admin.token) =>
  api.ask('post', `/api/import/${path}`, {
    ...{ as, csv },
    ...(typeof csv !== 'string' && isZip(csv) && { headers: { 'content-type': XLSX } }),
  })
const file = async (path: string, excel?: Uint8Array<ArrayBuffer>) => {
  const headers = { authorization: `Bearer ${admin.token}`, ...(excel && { 'content-type': XLSX }) }
  const answer = await fetch(api.url + path, { method: excel ? 'post' : 'get', headers, body: excel })
  return new Uint8Array(await answer.arrayBuffer())
}
const people = async () => (await db.select({ n: count() }).from(person))[0]!.n
const named = async (code: string) => (await db.select().from(person).where(eq(person.code, code)))[0]

/** 工号,姓名 / E201,王五 in GB18030, as Excel on Chinese Windows writes it. */
const GB18030 = Uint8Array.from([
  ...[0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0d, 0x0a],
  ...[0x45, 0x32, 0x30, 0x31, 0x2c, 0xcd, 0xf5, 0xce, 0xe5, 0x0d, 0x0a],
])

describe('a department loads its register from files', () => {
  it('regions, people, lines, duty, customers, numbers, one after the other', async () => {
    expect((await load('regions', '区域代码,区域名称\nSD,山东\nJS,江苏\n')).body).toMatchObject({ rows: 2, written: 2 })
    const staff = [
      '工号,姓名,上级工号,驻外,区域,电话,岗位,邮箱',
      'E101,张三,E102,是,SD;JS,138 0000 0001;0531-88880001,服务工程师@SD,e101@example.com',
      'E102,李四,,否,,,technicalServiceManager;centreGm,',
    ].join('\n')
    expect((await load('people', '\ufeff' + staff)).body).toMatchObject({ rows: 2, written: 2, errors: [] })
    const boss = await named('E102')
    expect(await named('E101')).toMatchObject({ superiorId: boss!.id, posted: true, email: 'e101@example.com' })
    const held = await db.select({ role: personRole.role }).from(personRole).where(eq(personRole.personId, boss!.id))
    expect(held.map((row) => row.role).sort()).toEqual(['centreGm', 'technicalServiceManager'])

    expect((await load('lines', '号码,类别,部门\n400-800-1234,热线,客服中心')).status).toBe(200)
    const roster = '号码,工号,开始,结束\n4008001234,E101,2026/2/16 18:00,2026-02-17 08:00:00'
    expect((await load('duty', roster)).body).toMatchObject({ written: 1 })
    const [duty] = await db.select().from(dutyRoster)
    expect(duty).toMatchObject({
      fromAt: Date.parse('2026-02-16T18:00+08:00'),
      toAt: Date.parse('2026-02-17T08:00+08:00'),
    })

    const served = '客户代码,客户名称,区域,联系人,称呼,电话\nC1,甲公司,SD,赵六,赵主任,13900000001\nC1,甲公司,SD,钱七,,'
    expect((await load('customers', served)).body).toMatchObject({ written: 2 })
    expect(await db.select().from(contact)).toHaveLength(2)
    const projects = '客户代码,项目名称\nC1,甲项目\nC1,甲项目\nC9,无主'
    const { body } = await load('projects?partial=true', projects)
    expect(body).toMatchObject({ rows: 3, written: 2, errors: [{ line: 4, column: 'customer' }] })
    expect(await db.select().from(project)).toHaveLength(1)
    await seedPolicies(db)
    const bound = '制度,事项,客户代码,项目,开始日期\nS4-N,staffChange,C1,甲项目,2026/2/1\nS9,无,,,'
    expect((await load('policies?partial=true', bound)).body).toMatchObject({ written: 1, errors: [{ line: 3 }] })
    expect(await db.select().from(policyBindings).where(eq(policyBindings.scope, 'project'))).toHaveLength(1)
    expect((await load('numbers', '电话,客户代码,联系人\n13900000002,C1,钱七')).body).toMatchObject({ written: 1 })
    const found = await db.select().from(phoneNumber).where(eq(phoneNumber.number, '+8613900000002'))
    expect(found).toHaveLength(1)
  })

  it('twice the same file changes nothing, a changed one brings people up to date', async () => {
    const before = await people()
    expect((await load('people', '工号,姓名,岗位\nE102,李四,centreGm')).body).toMatchObject({ written: 1 })
    expect((await load('people', 'code,name\nE102,李四四')).body).toMatchObject({ written: 1 })
    expect(await people()).toBe(before)
    expect((await named('E102'))!.name).toBe('李四四')
    const held = await db
      .select()
      .from(personRole)
      .where(eq(personRole.personId, (await named('E102'))!.id))
    expect(held).toHaveLength(2)
  })

  it('reads GB18030', async () => {
    expect((await load('people', GB18030)).body).toMatchObject({ rows: 1, written: 1 })
    expect((await named('E201'))!.name).toBe('王五')
  })

  it.each(kinds)('gives a template for %s that names its columns, and passes over its example', async (kind) => {
    const bytes = await file(`/api/import/${kind}/template?lang=zh`)
    const [headings, example] = readXlsx(bytes, 10)
    expect(headings!.cells).toEqual(Object.values(columns[kind]).map((column) => column.heading.zh))
    expect(example!.cells[0]).not.toBe('')
    expect((await load(kind, bytes)).body).toMatchObject({ rows: 0, written: 0, errors: [] })
    const english = await file(`/api/import/${kind}/template?lang=en`)
    expect(JSON.stringify(readXlsx(english, 10))).not.toMatch(/\p{Script=Han}/u)
    expect((await load(kind, english)).body).toMatchObject({ rows: 0, errors: [] })
  })
})

describe('what is wrong is said by row, and nothing is written', () => {
  const wrong = [
    '工号,姓名,类别,上级工号,驻外,电话,岗位',
    'E301,甲,员工,,否,13800000003,',
    'E302,,员工,,否,,',
    'E303,丙,外星人,,也许,12,',
    'E304,丁,员工,E999,否,,无此岗位',
    'E305,戊,员工,E998,否,,',
  ].join('\n')

  it('in the caller’s language, each with its line and column', async () => {
    const before = await people()
    const { status, body } = await api.ask('post', '/api/import/people?lang=en', { as: admin.token, csv: wrong })
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'import.rows', detail: '4 rows are wrong; nothing was written.' })
    expect(body.errors).toEqual([
      { pointer: '#/3/name', detail: 'This is required.' },
      { pointer: '#/4/numbers', detail: 'This is not a telephone number that can be called.' },
      { pointer: '#/4/kind', detail: 'Expected Staff / Client / Contractor / Service account.' },
      { pointer: '#/4/posted', detail: 'Expected yes / no.' },
      { pointer: '#/5/roles', detail: expect.stringContaining('no role “无此岗位”') },
      { pointer: '#/6/superior', detail: 'There is no such person.' },
    ])
    expect(await people()).toBe(before)
  })

  it('a dry run tells the same and writes nothing, even where all is right', async () => {
    const before = await people()
    const { body } = await load('people?dryRun=true', wrong)
    expect(body).toMatchObject({ rows: 5, written: 0, dryRun: true })
    expect(body.errors.map((error: { line: number }) => error.line)).toEqual([3, 4, 4, 4, 5, 6])
    expect((await load('people?dryRun=true', '工号,姓名\nE306,己')).body).toMatchObject({ written: 0, errors: [] })
    expect(await people()).toBe(before)
  })

  it('a partial load writes the rows that are right', async () => {
    const before = await people()
    const { body } = await load('people?partial=true', wrong)
    expect(body).toMatchObject({ rows: 5, written: 1 })
    expect(await named('E301')).toBeDefined()
    expect(await named('E303')).toBeUndefined()
    // Its superior is looked for last, when the person stands already: nothing of that may stay.
    expect(await named('E305')).toBeUndefined()
    expect(await people()).toBe(before + 1)
  })

  it.each([
    ['lacks a column', '工号,电话\nE1,1', 'import.columns'],
    ['is no CSV', '工号,姓名\n"E1,x', 'import.unreadable'],
    ['is in no encoding we know', Uint8Array.from([0xff, 0xff, 0x2c]), 'import.encoding'],
    ['is too long', '工号,姓名\n' + 'A,B\n'.repeat(5_001), 'import.tooMany'],
  ])('a file that %s', async (_, csv, code) => expect((await load('people', csv)).body.code).toBe(code))

  it('two rows that contradict the tables', async () => {
    const twice = '号码,类别,部门\n400-800-9999,热线,甲\n400-800-9999,热线,乙'
    const { body } = await load('lines', twice)
    expect(body.errors).toMatchObject([{ pointer: '#/3/number' }])
  })

  it('superiors that form a loop', async () => {
    const { body } = await load('people', '工号,姓名,上级工号\nE401,甲,E402\nE402,乙,E401')
    expect(body).toMatchObject({ code: 'import.rows', errors: [{ pointer: '#/3/superior' }] })
    const own = await load('people', '工号,姓名,上级工号\nE403,丙,E403')
    expect(own.body.errors).toMatchObject([{ pointer: '#/2/superior' }])
  })
})

describe('who may load what', () => {
  it('HR loads people, but not roles: that would be a way to grant any', async () => {
    expect((await load('people', '工号,姓名\nE501,甲', hr.token)).status).toBe(200)
    const { body } = await load('people', '工号,姓名,岗位\nE502,乙,系统管理员', hr.token)
    expect(body).toMatchObject({
      code: 'import.rows',
      errors: [{ pointer: '#/2/roles', detail: '您的岗位无权执行此操作。' }],
    })
  })

  it('an engineer loads nothing', async () => {
    const engineer = await api.signedIn(['engineer'])
    expect((await load('people', '工号,姓名\nE503,甲', engineer.token)).status).toBe(403)
  })
})

describe('an Excel list of a department', () => {
  const rows = [
    ['工号', '姓名', '电话', '备注'],
    ['E701', '周一', 13800000051, '列外'],
    ['E702', null, 13800000052, null],
    ['E703', '周三', 12, null],
  ]

  it('shows first what it would do, gives back the wrong rows with the reason, and takes them once they are put right', async () => {
    const excel = new Uint8Array(await writeXlsxFile(rows).toBuffer())
    const before = await people()
    const { body: preview } = await load('people/preview?lang=zh', excel)
    expect(preview).toMatchObject({ rows: 3, wrong: 2 })
    expect(preview.shown.map((row: { line: number }) => row.line).sort()).toEqual([2, 3, 4])
    expect(preview.shown[0].faults).toEqual([{ column: '姓名', detail: expect.any(String) }])
    expect(await people()).toBe(before)

    const rejects = await file('/api/import/people/rejects?lang=zh', excel)
    const all = readXlsx(await file('/api/import/people/rejects?lang=zh&all=true', excel), 10)
    const reason = all[0]!.cells.indexOf('错误原因')
    expect(all.slice(1).map(({ cells }) => [cells[0], cells[reason] ?? ''])).toEqual([
      ['E701', ''],
      ['E702', expect.stringContaining('姓名：')],
      ['E703', expect.stringContaining('电话：')],
    ])
    expect((await load('people?partial=true', excel)).body).toMatchObject({ rows: 3, written: 1 })
    const [headings, ...wrong] = readXlsx(rejects, 10).map((row) => row.cells)
    expect([headings!.at(-1), ...wrong.map((row) => row[0])]).toEqual(['错误原因', 'E702', 'E703'])
    expect(wrong[1]!.at(-1)).toContain('电话：')

    const at = { name: headings!.indexOf('姓名'), number: headings!.indexOf('电话') }
    const right = wrong.map((row) => row.with(at.name, '周').with(at.number, '13800000059'))
    const again = new Uint8Array(await writeXlsxFile([headings!, ...right]).toBuffer())
    expect((await load('people', again)).body).toMatchObject({ rows: 2, written: 2, errors: [] })
    expect(await people()).toBe(before + 3)
  })

  it('that is none is refused in words', async () => {
    const broken = new Uint8Array(Buffer.from('PK\u0003\u0004 nonsense'))
    expect((await load('people', broken)).body.code).toBe('import.notExcel')
  })
})

describe('what is under way on the first morning', () => {
  const day = (n: number) => addDays(localDate(Date.now()), n)

  it('open tasks are handed in as notices, once, by who issued them', async () => {
    const list =
      '客户代码,联系人,联系方式,服务需求,现场情况,下达人工号\nC1,赵六,139,终端不上线,变电站,E102\nC9,赵六,139,无主,无,E102'
    expect((await load('tasks?partial=true', list)).body).toMatchObject({ written: 1, errors: [{ line: 3 }] })
    expect((await load('tasks?partial=true', list)).body).toMatchObject({ written: 1 })
    const tasks = await db.select().from(serviceTasks)
    expect(tasks).toMatchObject([{ requirement: '终端不上线', issuerId: (await named('E102'))!.id }])
    const owed = await db.select().from(obligations).where(eq(obligations.caseId, tasks[0]!.caseId))
    expect(owed.map((row) => row.work)).toContain('open')
  })

  it('running handovers begin as of their notice, which counts as claimed', async () => {
    await seedYears(db, Date.now())
    expect((await load('people', '工号,姓名,类别,岗位\nP1,项目经理,承包方,contractorPm')).status).toBe(200)
    const list = [
      '客户代码,项目,承包方项目经理工号,离场人员工号,接替人员工号,告知日期,接替日期',
      `C1,甲项目,P1,E101,E102,${day(-20)},${day(40)}`,
      `C1,甲项目,P1,E102,,${day(-20)},${day(-1)}`,
    ].join('\n')
    const { body } = await load('handovers?partial=true', list)
    expect(body).toMatchObject({ rows: 2, written: 1 })
    const where = body.errors.map(({ line, column }: { line: number; column: string }) => [line, column])
    expect(where).toContainEqual([3, 'takesOver'])
    const [change] = await db.select().from(staffChanges)
    const notice = await db.select().from(facts).where(eq(facts.caseId, change!.caseId))
    expect(notice.find(({ kind }) => kind === 'noticeGiven')).toMatchObject({
      provisional: true,
      occurredAt: atTime(day(-20), '09:00'),
    })
  })
})
