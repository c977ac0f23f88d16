import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { openMailer } from '../../api/mail.ts'
import { person } from '../../db/schema/person.ts'
import { XLSX } from '../../rules/attachment/mediaType.ts'
import { enter, expectAccessible, testBrowser, walkTo } from '../support/browser.ts'
import { mailServer } from '../support/mailServer.ts'
import { testSystem } from '../support/system.ts'
import { HOTLINE, workplaceOf } from '../support/workplace.ts'

const post = await mailServer()
const mailer = openMailer({ url: post.url, from: 'shouyue@example.com' })
const { db, origin } = await testSystem({ mailer })
const { people } = await workplaceOf(db, origin)
await db.update(person).set({ email: 'sysadmin@example.com' }).where(eq(person.id, people.sysadmin))
const { as, page: newPage, wrongs } = await testBrowser(origin)

describe('an administrator’s day', () => {
  let page: Page
  let password: string
  beforeAll(async () => {
    page = await as('sysadmin')
  })
  const drawer = () => page.getByRole('dialog')
  /** Chooses in a field that is searched by typing. */
  async function choose(label: string, words: string) {
    await drawer().getByRole('combobox', { name: label }).click()
    await page.keyboard.type(words)
    await page.locator('.ant-select-item-option:visible', { hasText: words }).first().click()
  }

  it('enters a person whose superior doesn’t fit, gives a role and an account [S2-T2-3.11-0]', async () => {
    await walkTo(page, '/admin/people')
    await page.getByRole('button', { name: '登记人员' }).click()
    await drawer().getByRole('button', { name: '保存' }).click()
    await drawer().getByText('必填').first().waitFor()
    await drawer().getByLabel('姓名').fill('新来的工程师')
    await drawer().getByLabel('工号').fill('E900')
    await choose('直接上级', '成员gm')
    await drawer().getByLabel('电话号码').fill('不是号码')
    await drawer().getByRole('button', { name: '保存' }).click()
    await drawer().getByRole('alert').first().waitFor()
    await drawer().getByLabel('电话号码').fill('13900000900')
    await drawer().getByRole('button', { name: '保存' }).click()
    await drawer().getByText('没有岗位').waitFor()
    await drawer().getByRole('button', { name: '授予岗位' }).click()
    await choose('岗位', '服务工程师')
    await drawer().getByRole('button', { name: '授予岗位' }).click()
    await drawer().getByText('S2-T2-3.11-0').waitFor()
    await drawer().getByRole('button', { name: '开通账号' }).click()
    password = await drawer().locator('code.secret').innerText()
    await expectAccessible(page, 'a person with an account')
  })

  it('the new person signs in with the password shown once', async () => {
    const other = await newPage({ phone: true })
    await enter(other, 'e900', password)
    await other.getByRole('heading', { name: '新来的工程师，您好' }).waitFor()
    await other.context().close()
  })

  it('puts the person on the roster and binds a rulebook to them', async () => {
    await walkTo(page, '/admin/duty')
    await page.getByRole('button', { name: '安排值班' }).click()
    await choose('线路', HOTLINE.slice(-8))
    await choose('人员', '新来的工程师')
    await drawer().getByRole('button', { name: '保存' }).click()
    await page.getByRole('table', { name: '值班表' }).getByRole('button', { name: '新来的工程师' }).first().waitFor()

    await walkTo(page, '/admin/bindings')
    await page.getByRole('button', { name: '绑定制度' }).click()
    await choose('制度', 'S4-N')
    await choose('主题', '人员变更')
    await drawer().getByText('人员', { exact: true }).click()
    await choose('人员', '新来的工程师')
    await drawer().getByRole('button', { name: '绑定制度' }).click()
    await page.getByRole('row').filter({ hasText: '新来的工程师' }).waitFor()
    await page.getByRole('button', { name: '结束: S4-N 新来的工程师' }).click()
    await drawer().getByRole('button', { name: '结束' }).click()
    await page.getByRole('row').filter({ hasText: '新来的工程师' }).getByText('已结束').waitFor()
  })

  it('enters a customer with a contact, a project, its members and a resident post [S4-K-5]', async () => {
    await walkTo(page, '/admin/customers?open=new')
    await drawer().getByLabel('名称').fill('长丰供电公司')
    await drawer().getByLabel('编号').fill('C900')
    await drawer().getByRole('button', { name: '保存' }).click()
    await drawer().getByRole('button', { name: '登记联系人' }).click()
    await drawer().getByLabel('姓名').fill('周工')
    await drawer().getByLabel('电话号码').fill('13900000901')
    await drawer().getByRole('button', { name: '保存' }).last().click()
    await drawer().getByText('+8613900000901').waitFor()
    await drawer().getByRole('button', { name: '登记项目' }).click()
    await drawer().getByLabel('项目名称').fill('驻场运维')
    await drawer().getByRole('button', { name: '保存' }).last().click()
    await drawer().getByRole('button', { name: '甲方与承包方成员: 驻场运维' }).click()
    await choose('人员', '新来的工程师')
    await drawer().getByRole('button', { name: '添加成员' }).click()
    await drawer().getByText('项目成员须为甲方或承包方人员').first().waitFor()

    await walkTo(page, '/admin/resident-posts?open=new')
    await choose('项目', '驻场运维')
    await drawer().getByLabel('岗位名称').fill('驻场运维岗')
    await drawer().getByLabel('客户需求').fill('机房每日巡检')
    await drawer().getByLabel('职责').fill('受理报修\n每日巡检')
    await drawer().getByLabel('权限').fill('进入机房')
    await drawer().getByRole('button', { name: '保存' }).click()
    await choose('人员', '新来的工程师')
    await drawer().getByRole('button', { name: '安排人员' }).click()
    await page.getByRole('cell', { name: '新来的工程师 (1/1)' }).waitFor()
  })

  it('imports a published year: wrong lines are named, the picture shows the days', async () => {
    await walkTo(page, '/admin/calendars?year=2027')
    await page.getByText('该年度尚未导入').waitFor()
    await page.getByRole('button', { name: '导入年度' }).click()
    const file = (text: string) => ({ name: '2027.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await drawer().getByLabel('文件').setInputFiles(file('日期,类型\n2027-02-30,法定节假日'))
    await drawer().getByText('第 2 行').waitFor()
    await drawer().getByLabel('文件').setInputFiles(file('日期,类型\n2027-01-01,法定节假日\n2027-01-02,调休'))
    await drawer().getByLabel('来源').fill('国办发明电〔2026〕9号')
    await drawer().getByRole('button', { name: '导入年度' }).click()
    await drawer().getByText('本来就休息').waitFor()
    const days = [
      ['日期', '类型'],
      [new Date('2027-01-01'), '法定节假日'],
      ['2027/1/4', '调休'],
    ]
    const excel = await writeXlsxFile(days, { dateFormat: 'yyyy-mm-dd' }).toBuffer()
    await drawer().getByLabel('文件').setInputFiles({ name: '2027.xlsx', mimeType: XLSX, buffer: excel })
    await drawer()
      .getByRole('region', { name: '导入后的样子' })
      .getByRole('cell', { name: '4 调休放假' })
      .first()
      .waitFor()
    await drawer().getByRole('button', { name: '导入年度' }).click()
    await drawer().getByText('已导入').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('cell', { name: '1 法定节假日' }).first().waitFor()
    await page.getByText('国办发明电〔2026〕9号').waitFor()
  })

  it('sends a test mail that arrives, and finds all of it in the log', async () => {
    await walkTo(page, '/admin/channels')
    await page.getByText(new URL(post.url).host).waitFor()
    await page.getByRole('button', { name: '发送测试: 电子邮件' }).click()
    await page.getByText('测试已送达').waitFor()
    expect(post.letters.map((letter) => letter.to)).toEqual([['sysadmin@example.com']])

    await walkTo(page, '/admin/audit?action=calendar')
    await page.getByRole('row').filter({ hasText: 'calendar.edit' }).getByText('成员sysadmin').waitFor()
    await page.goto(`/admin/audit?personId=${people.sysadmin}`)
    for (const action of ['person.edit', 'role.grant', 'account.create', 'duty.edit', 'policy.bind', 'channel.test'])
      await page.getByRole('cell', { name: action }).first().waitFor()
  })

  it('causes no error in the browser', () => expect(wrongs).toEqual([]))
})
