import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { permissions, type Action } from '../../rules/permissions.ts'
import type { Role } from '../../rules/roles.ts'
import type { Language } from '../../rules/text.ts'
import { assessed } from '../support/assessed.ts'
import { DESK_SIZE, expectAccessible, PHONE_SIZE, testBrowser, walkTo } from '../support/browser.ts'
import { testSystem } from '../support/system.ts'
import { CALLER, members, workplaceOf, type Username } from '../support/workplace.ts'

const { db, origin } = await testSystem()
const { people, missed } = await workplaceOf(db, origin)
const { as, wrongs } = await testBrowser(origin)
await missed(CALLER)
await assessed(db, people)

// By a name that the compiler doesn't follow: behind it are pages, which are compiled for browsers and not for this side.
const table: string = '../../web/shell/pages.ts'
const { pages } = (await import(table)) as { pages: readonly { path: string; action: Action | null }[] }

/** Pages whose address names something, at something that is there; null: a day of one role walks through it. */
const EXAMPLES: Readonly<Record<string, string | null>> = {
  '/calls/:caseId/record': null,
  '/cases/:id': null,
  '/entries/:id': null,
  '/equipment/:id/label': null,
  '/site/:id': null,
  '/rulebook/:id': '/rulebook/S2',
  '/rulebook/:id/draft': '/rulebook/S0A/draft?key=window.span',
  '/rulebook/:id/versions/:version': '/rulebook/S0A/versions/1',
}
const addressOf = (path: string) => (path in EXAMPLES ? EXAMPLES[path]! : path)
const usernames = Object.keys(members) as Username[]

/** Whoever may see a page, those who see most first. */
function visitorOf(action: Action | null): Username {
  const roles: readonly Role[] | undefined = action === null ? undefined : permissions[action]
  return usernames.find((name) => roles === undefined || roles.includes(members[name].role))!
}

const visits = pages
  .filter(({ path }) => addressOf(path) !== null)
  .map(({ path, action }) => ({ path, name: visitorOf(action) }))
  .sort((one, other) => usernames.indexOf(one.name) - usernames.indexOf(other.name))

const sizes = { zh: PHONE_SIZE, en: DESK_SIZE } as const
/** The other language, one click away, on the other screen. */
const other = { zh: 'en', en: 'zh' } as const

describe('every page holds up to axe, in Chinese on a phone and in English at a desk', () => {
  let page: Page
  let visitor: Username | undefined
  /** How the page is read at present: each begins as the last one ended. */
  let language: Language = 'zh'

  async function expectHolds(path: string) {
    const what = `${path} in ${language}`
    await expect.poll(() => page.locator('.wait .turn').count()).toBe(0)
    await expectAccessible(page, what)
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(wide, `${what} is wider than the screen`).toBe(false)
    if (language === 'en') expect(await page.locator('#page').innerText(), path).not.toMatch(/加载|暂无|提交|登记|待办/)
  }

  async function turn() {
    language = other[language]
    await page.setViewportSize(sizes[language])
    await page.getByRole('button', { name: language === 'en' ? 'English' : '中文', exact: true }).click()
    await page.locator(`html[lang|=${language}]`).waitFor()
  }

  it.each(visits)('$path', async ({ path, name }) => {
    const address = addressOf(path)
    if (visitor !== name) {
      page = await as(name, false, address)
      await page.setViewportSize(sizes[language])
      visitor = name
    } else await walkTo(page, address)
    await expectHolds(path)
    await turn()
    await expectHolds(path)
    // What broke on one page is told once.
    expect(wrongs.splice(0)).toEqual([])
  })

  it('signing in', async () => {
    await page.context().clearCookies()
    await page.goto('/')
    for (let n = 0; n < 2; n++) {
      await page.getByLabel({ zh: '密码', en: 'Password' }[language]).waitFor()
      await expectAccessible(page, `signing in, in ${language}`)
      await turn()
    }
  })

  afterAll(async () => {
    if (language === 'en') await turn()
    await page.setViewportSize(DESK_SIZE)
  })
})

it('knows an example of every page whose address names something', () => {
  const named = pages.filter(({ path }) => path.includes(':')).map(({ path }) => path)
  expect(named.sort()).toEqual(Object.keys(EXAMPLES).sort())
})

it('reports an incident from a phone and runs its calls [S2-3.3.5a] [S2-3.3.5b]', async () => {
  const page = await as('engineer', true, '/incidents/new')
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

it('says that a part of the pages is gone, after trying once by itself to read it again', async () => {
  const page = await as('deputy')
  await page.route('**/assets/Windows-*.js', (route) => route.fulfill({ status: 404, body: '' }))
  let readings = 0
  page.on('framenavigated', () => (readings += 1))
  await page.goto('/windows')
  await page.getByRole('alert').getByText('未能加载').waitFor()
  expect(readings).toBe(2)
  await page.unroute('**/assets/Windows-*.js')
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByRole('heading', { name: '滚动期间' }).waitFor()
  wrongs.splice(0)
})

it('says what somebody may not see, and that a case is unknown', async () => {
  const page = await as('hr')
  await page.goto('/cases/call-00000000-0000-7000-8000-000000000000')
  await page.getByRole('alert').getByText('未能加载').waitFor()
  await page.goto('/nowhere')
  await page.getByText('没有这个页面').waitFor()
})
