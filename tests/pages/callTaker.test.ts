import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endSessions } from '../../db/auth/account.ts'
import { expectAccessible, signIn, testBrowser } from '../support/browser.ts'
import { testSystem } from '../support/system.ts'
import { CALLER, PASSWORD, workplaceOf } from '../support/workplace.ts'

const { db, origin } = await testSystem()
const { people, missed, telephone } = await workplaceOf(db, origin)
const { page: newPage, wrongs } = await testBrowser(origin)

describe.each([
  { on: 'at a desk', phone: false, ending: '1' },
  { on: 'on a phone', phone: true, ending: '2' },
])('a call taker’s day $on', ({ phone, ending }) => {
  let page: Page
  beforeAll(async () => void (page = await newPage({ phone })))
  afterAll(() => page.context().close())

  it('refuses a wrong password, and lets in with the right one', async () => {
    await signIn(page, 'taker', 'wrong wrong wrong')
    await page.getByRole('alert').getByText('用户名或密码').waitFor()
    await page.getByLabel('密码').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '成员taker，您好' }).waitFor()
  })

  it('shows a missed call as it comes in, with its clocks and clauses, and returns it [S2-1.5.6] [S2-3.1.1c]', async () => {
    await missed(CALLER)
    await page.getByText(/剩余 29:5\d/).waitFor()
    await page.getByText(/剩余 59:5\d/).waitFor()
    expect(await page.getByText('S2-1.5.6').count()).toBe(1)
    await expectAccessible(page, 'workplace')
    await page.getByRole('link', { name: '查看: 回电' }).first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('㴨水供电公司 · 𬎆先生').waitFor()
    await drawer.getByLabel('已与来电人通话').check()
    await expectAccessible(page, 'a step in the drawer of a case')
    await drawer.getByRole('button', { name: '提交' }).click()
    await drawer.getByText('按时').nth(1).waitFor()
    await drawer.getByRole('button', { name: '填写来电登记' }).click()
    await page.getByLabel('来电事由').fill('装置告警')
    await page.getByLabel('客户诉求').fill('请到现场')
    await page.getByLabel('价格咨询').check()
    await expect.poll(() => page.getByLabel('所属单位').inputValue()).toBe('㴨水供电公司')
    await page.getByRole('button', { name: '完成登记' }).click()
    await page.getByRole('button', { name: '分派责任人' }).waitFor()
  })

  it('takes a call with the keyboard alone; a page that dies loses nothing typed', async () => {
    await page.goto('/calls/take')
    await page.getByLabel('电话号码').waitFor()
    await page.keyboard.type(`1370000000${ending}`)
    await page.getByText('号码不在名册').first().waitFor()
    await page.getByLabel('姓名').focus()
    await page.keyboard.type('李工')
    await page.keyboard.press('Tab')
    await page.keyboard.type('长丰变电站')
    await page.reload()
    await page.getByText('已恢复上次未提交的内容').waitFor()
    expect(await page.getByLabel('姓名').inputValue()).toBe('李工')
    expect(await page.getByLabel('所属单位').inputValue()).toBe('长丰变电站')

    await page.getByLabel('所属单位').press('Control+Enter')
    await page.getByText('必填').first().waitFor()
    await expectAccessible(page, 'taking a call, with fields that are missing')
    const typed = {
      来电事由: '通信中断',
      客户诉求: '尽快恢复',
      客户信息: '长丰',
      所属客户名称: `长丰供电公司${ending}`,
    }
    for (const [label, text] of Object.entries(typed)) {
      await page.getByLabel(label).focus()
      await page.keyboard.type(text)
    }
    await page.getByLabel('服务需求').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: '分派责任人' }).click()
    await page.getByRole('combobox', { name: '责任人' }).click()
    await page.keyboard.type('support')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('button', { name: '登记已告知' }).waitFor()
    await expectAccessible(page, 'the page of a case')
  })

  it('goes on where the session ended in the middle of a form', async () => {
    await page.goto('/calls')
    await page.getByRole('button', { name: '补录未接来电' }).click()
    await page.getByLabel('电话号码').fill(`1371111111${ending}`)
    // The house may have been renewed meanwhile: what the dialog needs has to be here already.
    const had = "performance.getEntriesByType('resource').some(({ name }) => name.includes('SignInAgain'))"
    await expect.poll(() => page.evaluate(had), { timeout: 20_000 }).toBe(true)
    await page.route('**/assets/SignInAgain*', (route) => route.abort())
    await db.transaction((tx) => endSessions(tx, people.taker))
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('登录已过期').waitFor()
    await expectAccessible(page, 'signing in again')
    await page.getByLabel('密码').fill(PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText(`+861371111111${ending}`).waitFor()
  })

  it('gets the record of a call that the telephone system saw answered', async () => {
    await page.goto('/calls?lane=waiting')
    await page.getByRole('heading', { name: '来电' }).waitFor()
    await telephone(`+861360000000${ending}`, [{ event: 'newCall' }, { event: 'answer', user: 'taker' }])
    const row = page.getByRole('row').filter({ hasText: `+861360000000${ending}` })
    await row.getByRole('link').click()
    await page.getByRole('dialog').getByRole('button', { name: '填写来电登记' }).click()
    await page.getByText(`电话号码: +861360000000${ending}`).waitFor()
  })

  it('causes no error in the browser', () => expect(wrongs).toEqual([]))
})
