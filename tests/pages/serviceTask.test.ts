import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { pages } from '../../api/web.ts'
import { facts } from '../../db/schema/case.ts'
import { assignEngineer, decideDecline } from '../../db/serviceTask/assign.ts'
import { confirmTask } from '../../db/serviceTask/close.ts'
import { signNotice } from '../../db/serviceTask/request.ts'
import { person } from '../../db/schema/person.ts'
import { DAY, HOUR } from '../../rules/instant.ts'
import { testApi } from '../support/api.ts'
import { expectAccessible, testBrowser } from '../support/browser.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { serviceTasks } from '../support/serviceTask.ts'
import { accountsOf } from '../support/workplace.ts'

const { db } = await testDb()
const api = await testApi(db, { mount: (app) => void app.use(pages()) })
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
})
await accountsOf(db, people)
await db.update(person).set({ name: '陆川' }).where(eq(person.id, people.director))
await db.update(person).set({ name: '郑凯' }).where(eq(person.id, people.engineer))
const { customerId } = await customerOf(db, '+8613800000001')
const tasks = serviceTasks(db, { ...people, customerId })
const { as, wrongs } = await testBrowser(api.url)

const steps = (page: Page) => page.getByRole('region', { name: '可办理' })
const act = async (page: Page, name: string) => {
  await steps(page).getByRole('button', { name, exact: true }).click()
}
const submit = (page: Page) => steps(page).getByRole('button', { name: '提交' }).click()

it('starts a dispatch: notice, signature with its ground, an engineer with the reasons [S0-A-3.1a] [S0-A-3.1b] [S0-A-3.2]', async () => {
  const sales = await as('sales', false, '/service-tasks')
  await sales.getByRole('button', { name: '提交服务通知单' }).click()
  await sales.getByLabel('客户').click()
  await sales.getByTitle('㴨水供电公司').click()
  await sales.getByLabel('联系人').fill('𬎆先生')
  await sales.getByLabel('联系方式').fill('13800000000')
  await sales.getByLabel('服务需求').fill('终端不上线')
  await sales.getByRole('button', { name: '提交' }).click()
  // Four of five entries are not enough.
  await sales.getByText('必填', { exact: true }).waitFor()
  await sales.getByLabel('现场情况').fill('需办工作票')
  await sales.getByRole('button', { name: '提交' }).click()
  await sales.waitForURL(/\/cases\//)
  const address = new URL(sales.url()).pathname

  const director = await as('director', false, address)
  await act(director, '代总经理签发')
  await submit(director)
  await director.getByText('必填').waitFor()
  await steps(director).getByLabel('总经理不在').check()
  await submit(director)
  await director.getByText('在办任务 0 项').waitFor()
  await expectAccessible(director, 'a proposal whom to assign')
  await director.getByRole('button', { name: '派给 郑凯' }).click()
  await director.getByText('派工建议名次').waitFor()

  expect(wrongs).toEqual([])
})

it('goes on with who declines, the site, what is always carried; and gives its forms and files', async () => {
  const caseId = await tasks.requested(Date.now())
  const address = `/cases/${caseId}`
  await tasks.does(signNotice)(caseId, people.gm, Date.now(), { ground: 'gm' })
  await tasks.does(assignEngineer)(caseId, people.director, Date.now(), { engineerId: people.engineer })
  const engineer = await as('engineer', false, address)
  await act(engineer, '说明理由，申请不接')
  await steps(engineer).getByLabel('理由').fill('已有任务')
  await submit(engineer)
  await engineer.getByText('工程师申请拒接').waitFor()
  await tasks.does(decideDecline)(caseId, people.director, Date.now(), { granted: false, reason: '人手不足' })
  await engineer.goto(address)
  await engineer.getByText('人手不足').waitFor()
  await act(engineer, '与联系人确认现场情况')
  await steps(engineer).getByLabel('现场情况').fill('一致')
  await submit(engineer)
  await act(engineer, '准备工具、资料和备件')
  for (const tool of ['U 盘', '螺丝刀']) await steps(engineer).getByLabel(tool).check()
  await submit(engineer)
  // What is always carried is asked for [S0-A-3.7].
  await steps(engineer)
    .getByRole('alert')
    .getByText(/笔记本/)
    .first()
    .waitFor()
  await steps(engineer)
    .getByLabel(/笔记本/)
    .check()
  await submit(engineer)
  await engineer.getByText('U 盘、螺丝刀、装好产品资料的笔记本电脑').waitFor()
  const download = engineer.waitForEvent('download')
  await engineer.getByRole('button', { name: '项目责任书', exact: true }).click()
  expect((await download).suggestedFilename()).toMatch(/^项目责任书-.*\.pdf$/)
  await engineer
    .getByLabel('添加附件')
    .setInputFiles({ name: '图纸.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 x') })
  await engineer.getByRole('link', { name: '图纸.pdf' }).waitFor()
  await expectAccessible(engineer, 'a service task with its form, files and facts')
  expect(wrongs).toEqual([])
})

it('keeps the ledger: finds what waits, enters it, finds it again [S0-A-6.3b]', async () => {
  const now = Date.now()
  const caseId = await tasks.rated(now - HOUR, { attitude: 'excellent', skill: 'good', result: 'fair' })
  await tasks.onSite(now - DAY, now + DAY)
  await tasks.does(confirmTask)(caseId, people.director, now, {})
  const office = await as('office', false, '/service-tasks/ledger?state=registered')
  await office.getByText('没有符合条件的任务').waitFor()
  await office.goto('/service-tasks/ledger?state=waiting')
  await office.getByRole('link', { name: '待登记' }).click()
  await act(office, '销售内勤登记台账')
  await steps(office).getByLabel('台账编号').fill('2026-0412')
  await submit(office)
  await office.goto('/service-tasks/ledger?q=0412')
  await office.getByRole('cell', { name: '优 / 良 / 中' }).waitFor()
  await expectAccessible(office, 'the ledger')
  const kinds = (await db.select().from(facts).where(eq(facts.caseId, caseId))).map(({ kind }) => kind)
  expect(kinds).toContain('registered')
  expect(wrongs).toEqual([])
})
