import { expect, it } from 'vitest'
import type { Language } from '../../rules/text.ts'
import { enter, expectAccessible, testBrowser } from '../support/browser.ts'
import { testSystem } from '../support/system.ts'
import { CALLER, PASSWORD, workplaceOf } from '../support/workplace.ts'

const { db, origin } = await testSystem()
const { missed } = await workplaceOf(db, origin)
const { page: newPage, wrongs } = await testBrowser(origin)
await missed(CALLER)

const PATHS = [
  '/',
  '/calls',
  '/calls/take',
  '/incidents',
  '/incidents/new',
  '/service-tasks',
  '/staff-changes',
  '/rulebook/S2',
]
const words = {
  zh: { name: '用户名', word: '密码', go: '登录', menu: '主菜单' },
  en: { name: 'User name', word: 'Password', go: 'Sign in', menu: 'Main menu' },
}

it.each([
  { language: 'zh', phone: true },
  { language: 'en', phone: false },
] as const)('every page holds up to axe: $language, phone: $phone', async ({ language, phone }) => {
  const page = await newPage({ language, phone })
  const said = words[language satisfies Language]
  await page.goto('/')
  await page.getByLabel(said.word).waitFor()
  await expectAccessible(page, 'signing in')
  await enter(page, 'deputy', PASSWORD, said)
  for (const path of PATHS) {
    await page.goto(path)
    await page.locator('#page h1').waitFor()
    await expect.poll(() => page.locator('.wait .turn').count()).toBe(0)
    await expectAccessible(page, `${path} in ${language}`)
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(wide, `${path} is wider than the screen`).toBe(false)
    if (language === 'en') expect(await page.locator('#page').innerText(), path).not.toMatch(/加载|暂无|提交|登记|待办/)
  }
  expect(wrongs).toEqual([])
})

it('reports an incident from a phone and runs its calls [S2-3.3.5a] [S2-3.3.5b]', async () => {
  const page = await newPage({ phone: true })
  await enter(page, 'engineer', PASSWORD)
  await page.goto('/incidents/new')
  await page.getByLabel('事故标题').fill('主变保护误动')
  await page.getByLabel('事故经过').fill('二次回路异常，已停电')
  await page.getByRole('button', { name: '立即上报' }).click()
  await page
    .getByText(/剩余 59:\d\d/)
    .first()
    .waitFor()
  await page.getByText('0/4 已告知').waitFor()
  await page.getByRole('button', { name: '区域经理: 已打通' }).click()
  await page.getByText('1/4 已告知').waitFor()
  await page.getByRole('button', { name: '办事处主任: 未打通' }).click()
  await page.getByText('未打通 1 次').waitFor()
  await page.getByRole('button', { name: '提交并发送' }).click()
  await page.getByRole('list', { name: '收件情况' }).getByText('区域经理').waitFor()
  await expectAccessible(page, 'an incident')
  expect(wrongs).toEqual([])
})

it('says what somebody may not see, and that a case is unknown', async () => {
  const page = await newPage()
  await enter(page, 'hr', PASSWORD)
  await page.goto('/cases/call-00000000-0000-7000-8000-000000000000')
  await page.getByRole('alert').getByText('未能加载').waitFor()
  await page.goto('/nowhere')
  await page.getByText('没有这个页面').waitFor()
})
