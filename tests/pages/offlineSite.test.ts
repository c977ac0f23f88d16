import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { drawnOf } from '../../api/serviceTask/shapes.ts'
import { pages } from '../../api/web.ts'
import { endSessions } from '../../db/auth/account.ts'
import { sweep } from '../../db/case/tick.ts'
import { facts } from '../../db/schema/case.ts'
import { personRole } from '../../db/schema/person.ts'
import { MINUTE, SECOND, type Instant } from '../../rules/instant.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { PASSWORD, testApi } from '../support/api.ts'
import { enter, expectAccessible, testBrowser } from '../support/browser.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { serviceTasks, SIGNATURE } from '../support/serviceTask.ts'

const at = (time: string) => parseInstant(`2026-04-${time}+08:00`)
const ESTIMATE = at('07T18:00:00')

// The server's clock is set by hand, and runs; the browser's own stands in another year altogether.
let ahead = at('07T17:50:00') - Date.now()
const setClock = (time: string) => void (ahead = at(time) - Date.now())
const clock = (): Instant => Date.now() + ahead

const { db } = await testDb()
const api = await testApi(db, { clock, mount: (app) => void app.use(pages()) })
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
})
const engineer = await api.signedIn(['engineer'])
const { customerId } = await customerOf(db, '+8613800000001')
const tasks = serviceTasks(db, { ...people, engineer: engineer.personId, customerId })
const caseId = await tasks.onSite(at('03T09:00:00'), ESTIMATE)
const { page: newPage, wrongs } = await testBrowser(api.url)

const next = (page: Page) => page.getByRole('region', { name: '下一步' })
const stamp = { name: 'stamp.png', mimeType: 'image/png', buffer: drawnOf(SIGNATURE).bytes }

async function sign(page: Page) {
  const paper = page.getByRole('img', { name: '请在此处签字' })
  await paper.scrollIntoViewIfNeeded()
  const box = (await paper.boundingBox())!
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 200, box.y + 80, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('img', { name: '已签字' }).waitFor()
}

const kinds = async () => (await db.select().from(facts).where(eq(facts.caseId, caseId))).map(({ kind }) => kind).sort()
const ledger = async () => (await tasks.ledger(caseId)).map((entry) => entry.amountFen)

it('works at a site without network, sends itself once, and is judged by when it was done [S0-A-7.1] [S0-A-3.13]', async () => {
  const page = await newPage({ phone: true })
  await enter(page, engineer.username, PASSWORD)
  await page.goto('/site')
  await page.getByRole('link', { name: '㴨水供电公司' }).waitFor()
  await page.getByText('按预计时间完成任务、填写服务记录').waitFor()
  await page.evaluate('navigator.serviceWorker.ready.then(() => 1)')
  const before = await kinds()

  setClock('07T17:57:30')
  await page.reload()
  await page.getByText('按预计时间完成任务、填写服务记录').waitFor()
  await page.context().setOffline(true)
  // The page itself opens without a network, and knows what it knew.
  await page.goto(`/site/${caseId}`)
  await next(page).getByRole('button', { name: '按预计时间完成任务' }).click()
  expect(await page.getByRole('textbox', { name: '发生时间' }).inputValue()).toMatch(/^2026-04-07T17:5[789]/)
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('1 项待发送').first().waitFor()
  await next(page).getByRole('button', { name: '填写服务记录' }).click()
  await page.getByLabel('工作内容').fill('更换通信模块')
  await page.getByLabel('解决情况').fill('终端已上线')
  await page.getByLabel('材料 1').fill('通信模块')
  await page.getByLabel('数量 1').fill('1')
  await page.getByRole('button', { name: '提交' }).click()
  await next(page).getByRole('button', { name: '客户评分并签字' }).click()
  for (const aspect of ['服务态度', '业务能力', '服务效果'])
    await page.getByRole('group', { name: aspect }).getByLabel('优').check()
  await sign(page)
  await expectAccessible(page, 'scores and signature at a site')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByLabel('拍客户盖章').setInputFiles(stamp)
  await page.getByText('照片已保存').waitFor()
  // A page that dies loses nothing.
  await page.goto('/site')
  await page.getByText('4 项待发送').first().waitFor()
  await expectAccessible(page, 'what waits to be sent')
  expect(await kinds()).toEqual(before)

  await sweep(db, ESTIMATE + SECOND, 0, 100)
  expect(await ledger()).toEqual([-5_000])

  // Two days later, with a session that ended meanwhile and an answer that gets lost on its way.
  setClock('09T09:15:00')
  await db.transaction((tx) => endSessions(tx, engineer.personId))
  let lost = 0
  await page.route('**/api/service-tasks/*/record*', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await page.context().setOffline(false)
  await page.getByRole('dialog').getByLabel('密码').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect.poll(() => lost).toBeGreaterThan(0)
  // It is tried again by itself.
  await expect.poll(() => page.getByRole('region', { name: '本机待发送' }).count()).toBe(0)

  expect((await kinds()).filter((kind) => !before.includes(kind))).toEqual(['completed', 'rated', 'recorded'])
  const { of } = await tasks.promises(caseId)
  expect(of('complete')).toMatchObject({ work: 'done', verdict: 'onTime' })
  expect(of('complete').settledAt).toBeLessThanOrEqual(ESTIMATE)
  expect(await ledger()).toEqual([-5_000, 5_000])
  const task = await api.ask('get', `/api/service-tasks/${caseId}`, { as: (await signedInAgain()).token })
  expect(task.body.form.record.materials).toEqual([{ item: '通信模块', quantity: '1' }])
  const files = await api.ask('get', `/api/cases/${caseId}/attachments`, { as: (await signedInAgain()).token })
  expect(files.body.items.map((file: { purpose: string }) => file.purpose).sort()).toEqual(['signature', 'stamp'])
  expect(files.body.items[0].takenAt).toMatch(/^2026-04-07T17:5/)
  const [rated] = await db.select().from(facts).where(eq(facts.kind, 'rated'))
  expect(rated!.data['device']).toMatch(/^[0-9a-f-]{36} Mozilla/)
  expect(wrongs).toEqual([])
})

async function signedInAgain() {
  const body = { username: engineer.username, password: PASSWORD }
  return (await api.ask<{ token: string }>('post', '/api/session', { body })).body
}

it('shows what the server refused, keeps it and what was done after it, and goes on once that is decided', async () => {
  setClock('03T09:00:00')
  const refusedId = await tasks.approved(clock() - 10 * MINUTE, at('20T18:00:00'))
  const page = await newPage({ phone: true })
  await enter(page, engineer.username, PASSWORD)
  await page.goto(`/site/${refusedId}`)
  await next(page).getByRole('button', { name: '出发' }).waitFor()
  await page.context().setOffline(true)
  for (const name of ['出发', '抵达目的地']) {
    await next(page).getByRole('button', { name }).click()
    await page.getByRole('button', { name: '提交' }).click()
  }
  await page.getByText('2 项待发送').first().waitFor()
  // Meanwhile the role was taken away; later it comes back.
  await db
    .update(personRole)
    .set({ toAt: clock() - 1 })
    .where(eq(personRole.personId, engineer.personId))
  await page.context().setOffline(false)
  const queue = page.getByRole('region', { name: '本机待发送' })
  await queue.getByText(/服务器未接受/).waitFor()
  await queue.getByText('在其后').waitFor()
  await page.getByRole('link', { name: '退回 1' }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  await expectAccessible(page, 'a refusal in what waits')
  await db.update(personRole).set({ toAt: null }).where(eq(personRole.personId, engineer.personId))
  await queue.getByRole('button', { name: '重新发送' }).click()
  await expect.poll(() => queue.count()).toBe(0)
  const { of } = await tasks.promises(refusedId)
  expect([of('depart').work, of('arrive').work]).toEqual(['done', 'done'])
  expect(wrongs).toEqual([])
})
