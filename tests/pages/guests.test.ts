import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { createEquipment } from '../../db/equipment/save.ts'
import { newId } from '../../db/id.ts'
import { customer } from '../../db/schema/customer.ts'
import { customerLinks } from '../../db/schema/customerLink.ts'
import { faultReport } from '../../db/schema/equipment.ts'
import { person, personRole } from '../../db/schema/person.ts'
import { DAY, HOUR } from '../../rules/instant.ts'
import { addDays, localDate } from '../../rules/time/local.ts'
import { expectAccessible, screens, testBrowser, walkTo } from '../support/browser.ts'
import { serviceTasks, SIGNATURE } from '../support/serviceTask.ts'
import { variant } from '../support/policy.ts'
import { siteUnder } from '../support/site.ts'
import { testSystem } from '../support/system.ts'
import { accountsOf, workplaceOf } from '../support/workplace.ts'

const { db, origin } = await testSystem()
const { people } = await workplaceOf(db, origin)
const { as, page: newPage, wrongs } = await testBrowser(origin)
const customerId = newId()
await db.insert(customer).values({ id: customerId, code: 'C9', name: '㴨水人社局' })
const played = serviceTasks(db, {
  gm: people.president,
  director: people.director,
  sales: people.deputy,
  office: people.deputy,
  engineer: people.engineer,
  customerId,
})

/** The client's people and the contractor's manager have accounts, but no part in the department. */
async function outsider(role: 'contractorPm' | 'clientInformation', kind: 'contractor' | 'client') {
  const id = newId()
  await db.insert(person).values({ id, code: role, name: `成员${role}`, kind })
  await db.insert(personRole).values({ id: newId(), personId: id, role, fromAt: 0 })
  await accountsOf(db, { [role]: id })
  return id
}
const pm = await outsider('contractorPm', 'contractor')
let started = ''
await siteUnder(db, 'S4-N', [pm, await outsider('clientInformation', 'client')])

it('a change of staff is planned on a phone: a day that breaks says why, one that holds is entered [S4-N-3.1] [S4-N-3.3]', async () => {
  const page = await as('contractorPm', true, '/staff-changes/new')
  const tooSoon = addDays(localDate(Date.now()), 20)
  await page.getByRole('button', { name: new RegExp(`^${tooSoon}.*不可行.*提前通知人员变动`) }).click()
  await page.getByText('这些日期不能同时成立').waitFor()
  await page.getByText(/“提前通知人员变动”不能成立/).waitFor()
  await page.getByLabel('请 甲方信息科、甲方人事部门 豁免').waitFor()
  const best = page.getByRole('button', { name: /最早可行（并行）/ })
  const on = (await best.innerText()).slice(-10)
  await best.click()
  await page.getByText('全部承诺可以成立').waitFor()
  await page.getByRole('button', { name: new RegExp(`^${on}.*可行`), pressed: true }).waitFor()
  await page.getByRole('button', { name: /交接第 10 个工作日/ }).waitFor()
  // The arrows go from day to day: a week on and back again by days.
  await page.getByRole('button', { pressed: true }).focus()
  for (const key of ['ArrowDown', ...Array<string>(6).fill('ArrowLeft'), 'Enter']) await page.keyboard.press(key)
  await page.getByRole('button', { name: new RegExp(`^${addDays(on, 1)}.*可行`), pressed: true }).waitFor()
  await expectAccessible(page, 'planning a change on a phone')
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
  await page.getByLabel('离任人员').click()
  await page.getByTitle('成员engineer').click()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.waitForURL(/\/cases\//)
  await page.getByRole('button', { name: '提前通知人员变动' }).click()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('已通知变动').waitFor()
  started = new URL(page.url()).pathname
  expect(wrongs).toEqual([])
})

it('the contractor applies with papers, the client approves, and a handover of one day is refused by its clause [S4-N-3.2] [S4-N-3.3]', async () => {
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const manager = await as('contractorPm', false, started)
  await press(manager, '提交变更申请及材料')
  await manager.getByLabel('接替人员').click()
  await manager.getByTitle('成员support').click()
  for (const paper of ['资质证书', '简历']) {
    const file = { name: `${paper}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7 ${paper}`) }
    await manager.getByLabel(paper).setInputFiles(file)
    await manager.getByText(`${paper}.pdf`).waitFor()
  }
  await press(manager, '提交')
  await manager.getByText('已提交申请').waitFor()

  const client = await as('clientInformation', true, '/staff-changes')
  await client.getByRole('link', { name: '成员engineer' }).click()
  await press(client, '审批变更申请')
  await client.getByLabel('同意', { exact: true }).check()
  await press(client, '提交')
  await client.getByText('已批准').waitFor()

  for (const step of ['开始工作交接', '完成工作交接']) {
    await press(manager, step)
    await press(manager, '提交')
  }
  const refusal = manager.getByRole('alert').filter({ hasText: 'S4-N-3.3' })
  await refusal.getByText(/10/).first().waitFor()
  await expectAccessible(manager, 'a refused completion')
  expect(wrongs).toEqual([])
})

/** Somebody without an account, on a screen that nobody signs in at. */
const guests = new Map<boolean, Promise<Page>>()
function guestOn(phone: boolean): Promise<Page> {
  const guest = guests.get(phone) ?? newPage({ phone })
  guests.set(phone, guest)
  return guest
}

const appointing =
  'a customer moves an appointment, then rates and signs, by links made in the task, $on [S0-A-3.5] [S0-A-3.13]'
it.each(screens)(appointing, async ({ phone }) => {
  const now = Date.now()
  const caseId = await played.planned(now - HOUR, now + 3 * DAY)
  // Whoever made the link reads it on the other screen.
  const desk = await as('engineer', !phone, `/cases/${caseId}`)
  await desk.getByRole('button', { name: '生成：确认或改约服务时间' }).click()
  await desk.getByRole('button', { name: '生成链接' }).click()
  await desk.getByRole('img', { name: '链接二维码' }).waitFor()
  const url = await desk.getByLabel('链接', { exact: true }).inputValue()

  const guest = await guestOn(phone)
  await guest.goto(url)
  await guest.getByText('终端不上线').waitFor()
  await expectAccessible(guest, 'an appointment by link')
  const [ics] = await Promise.all([
    guest.waitForEvent('download'),
    guest.getByRole('button', { name: '添加到日历' }).click(),
  ])
  expect(ics.suggestedFilename()).toBe('appointment.ics')
  const on = addDays(localDate(now), 2)
  await guest.getByLabel(/改到/).fill(`${on}T09:30`)
  await guest.getByRole('button', { name: '提交新的时间' }).click()
  await guest.getByText('已改约').waitFor()
  await guest.getByText(`${on} 09:30`).waitFor()
  await guest.reload()
  await guest.getByText('已改约').waitFor()
  await desk.getByText('客户改约').waitFor()

  const served = await played.served(now)
  await desk.goto(`/cases/${served}`)
  await desk.getByRole('button', { name: '生成：评价服务并签字' }).click()
  await desk.getByRole('button', { name: '生成链接' }).click()
  const address = await desk.getByLabel('链接', { exact: true }).inputValue()
  const link = db.update(customerLinks)
  await link.set({ expiresAt: now - 1 }).where(eq(customerLinks.caseId, served))
  await guest.goto(address)
  await guest.getByText('This link has expired').waitFor()
  await expectAccessible(guest, 'a link that has expired')
  await link.set({ expiresAt: now + DAY }).where(eq(customerLinks.caseId, served))
  await guest.reload()
  await guest.getByText('请为本次服务').waitFor()
  await expectAccessible(guest, 'a rating by link')
  expect(await guest.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
  for (const aspect of ['服务态度', '业务能力', '服务效果'])
    await guest
      .getByRole('group', { name: new RegExp(aspect) })
      .getByText('优')
      .click()
  await guest.getByRole('button', { name: '提交评价' }).click()
  await guest.getByText('必填').waitFor()
  const paper = (await guest.getByRole('img', { name: '请在此处签字' }).boundingBox())!
  await guest.mouse.move(paper.x + 20, paper.y + 40)
  await guest.mouse.down()
  await guest.mouse.move(paper.x + 120, paper.y + 60)
  await guest.mouse.up()
  await guest.getByRole('button', { name: '提交评价' }).click()
  await guest.getByText('感谢您的评价').waitFor()
  await guest.goto(`/c#${'A'.repeat(43)}`)
  await guest.getByText('This link leads nowhere').waitFor()
  await expectAccessible(guest, 'a link that leads nowhere')
  expect(wrongs).toEqual([])
})

const reporting = 'a fault is reported by the label of a thing and rings at the desk, $on [S2-3.1.4]'
it.each(screens)(reporting, async ({ phone }) => {
  const serialNumber = phone ? 'SN-1' : 'SN-2'
  const [name, number] = phone ? ['钱工', '138 0000 0009'] : ['吴工', '138 0000 0008']
  const thing = { customerId, product: '保护装置', serialNumber, place: '2 号楼' }
  const { id, labelToken } = await db.transaction((tx) => createEquipment(tx, thing))
  const desk = await as('engineer', !phone, `/equipment/${id}/label`)
  await desk.getByRole('img', { name: /扫码报障/ }).waitFor()
  await expectAccessible(desk, 'a label')
  await desk.goto('/equipment/labels')
  await desk.getByText(serialNumber).waitFor()
  await expectAccessible(desk, 'labels to print')

  const guest = await guestOn(phone)
  await guest.goto(`/fault#${labelToken}`)
  await guest.getByText(serialNumber).waitFor()
  await expectAccessible(guest, 'a fault report')
  await guest.getByRole('button', { name: 'English' }).click()
  await guest.getByRole('heading', { name: 'Report a fault' }).waitFor()
  await expectAccessible(guest, 'a fault report in English')
  await guest.getByRole('button', { name: '中文' }).click()
  await guest.getByLabel('故障现象').fill('面板黑屏')
  const photo = { name: 'panel.png', mimeType: 'image/png', buffer: Buffer.from(SIGNATURE.split(',')[1]!, 'base64') }
  await guest.getByLabel('添加照片').setInputFiles(photo)
  await guest.getByRole('button', { name: '去掉照片 1' }).waitFor()
  await guest.getByLabel('您的称呼').fill(name)
  await guest.getByLabel('联系电话').fill(number)
  await guest.getByRole('button', { name: '提交报障' }).click()
  await guest.getByText('报障已收到').waitFor()
  await guest.getByText('照片已送达 1 / 1 张').waitFor()

  const taker = await as('taker', !phone, '/calls')
  await taker
    .getByText(new RegExp(`${name}|${number.replaceAll(' ', '')}`))
    .first()
    .waitFor()
  const [{ caseId } = { caseId: '' }] = await db.select().from(faultReport).where(eq(faultReport.equipmentId, id))
  await walkTo(taker, `/cases/${caseId}`)
  await taker.getByText('按价目表：待定').waitFor()
  await taker.getByText('S1-3.5.2').waitFor()
  await expectAccessible(taker, 'what a service costs')
  expect(wrongs).toEqual([])
})

it('a repair is recorded, fails again by a report, and is put right by who answers for it [S1-4.4.1] [S1-4.4.2]', async () => {
  await variant(db, 'S1', { 'repair.warranty': 12, 'watch.repair': 5 })
  const thing = { customerId, product: '保护装置', serialNumber: 'SN-3', place: '2 号楼' }
  const { id: equipmentId } = await db.transaction((tx) => createEquipment(tx, thing))
  const phone = await as('engineer', true, `/equipment/repairs?equipmentId=${equipmentId}`)
  await phone.getByText('没有符合条件的维修').waitFor()
  await phone.getByRole('button', { name: '登记维修' }).click()
  const form = phone.getByRole('dialog')
  await form.getByText('保护装置 SN-3').waitFor()
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('必填').waitFor()
  await form.getByLabel('维修内容').fill('更换电源板')
  await expectAccessible(phone, 'a repair to record on a phone')
  await form.getByRole('button', { name: '保存' }).click()
  await phone.getByText('未再故障').first().waitFor()

  const caseId = await played.planned(Date.now() - HOUR, Date.now() + 3 * DAY)
  const who = { name: '钱工', number: '+8613800000009', fault: '又黑屏' }
  await db.insert(faultReport).values({ id: newId(), equipmentId, caseId, reportedAt: Date.now(), ...who })
  const desk = await as('director', false, '/windows')
  const watched = desk.getByRole('region', { name: '返修设备：质保期内故障率' })
  const whole = watched.getByRole('row').filter({ hasText: '全部维修' })
  await whole.getByText('100% / 5%').waitFor()
  await whole.getByRole('link', { name: '1 次再次故障' }).click()
  await desk.getByRole('button', { name: '保护装置 SN-3' }).click()
  const panel = desk.getByRole('dialog')
  await panel.getByText('S1-4.4.2').first().waitFor()
  await panel.getByRole('button', { name: '剔除：非本次维修的故障' }).click()
  await panel.getByLabel('理由').fill('雷击所致')
  await expectAccessible(desk, 'a repair that failed again')
  await panel.getByRole('button', { name: '提交', exact: true }).click()
  await desk.getByText('没有符合条件的维修').waitFor()
  await phone.reload()
  await phone.getByRole('button', { name: '保护装置 SN-3' }).click()
  await phone.getByText('雷击所致').waitFor()
  // Nobody puts their own repair right.
  expect(await phone.getByRole('button', { name: '撤销此维修记录' }).count()).toBe(0)
  expect(wrongs).toEqual([])
})
