import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { backtests } from '../../db/schema/backtest.ts'
import { followStatements } from '../../db/statement/open.ts'
import { DAY } from '../../rules/instant.ts'
import { periodOf } from '../../rules/report/period.ts'
import { localDate } from '../../rules/time/local.ts'
import { assessed } from '../support/assessed.ts'
import { expectAccessible, testBrowser, walkTo } from '../support/browser.ts'
import { reporting } from '../support/reports.ts'
import { testSystem } from '../support/system.ts'
import { workplaceOf } from '../support/workplace.ts'

const { db, origin } = await testSystem()
const { people } = await workplaceOf(db, origin)
const { as, wrongs } = await testBrowser(origin)
const made = await assessed(db, people)

const submit = (page: Page) => page.getByRole('button', { name: '提交', exact: true }).click()

describe('the month’s sheet', () => {
  it('is issued by the supervisor, signed by the general manager, carried out by finance [S0-A-6.4] [S0-A-7.9]', async () => {
    const director = await as('director', false, '/assessments?scope=staff')
    await director.getByRole('table').getByRole('link', { name: '月度考核表' }).click()
    const drawer = director.getByRole('dialog')
    await drawer.getByText('草稿：随台账变化').waitFor()
    await drawer.getByText('−¥100.00').first().waitFor()
    await drawer.getByRole('button', { name: '出具考核表' }).click()
    await submit(director)
    await drawer.getByText('考核表已出具').waitFor()
    await expectAccessible(director, 'an issued sheet')

    const president = await as('president', true, `/cases/${made.sheetId}`)
    await president.getByRole('button', { name: '签字', exact: true }).click()
    await submit(president)
    await president.getByText('总经理已签字').waitFor()
    await expectAccessible(president, 'a signed sheet on a phone')

    const finance = await as('finance', false, `/cases/${made.sheetId}`)
    await finance.getByRole('button', { name: '财务确认执行' }).click()
    await finance.getByLabel('工资 CSV 的校验值').fill('0'.repeat(64))
    await submit(finance)
    await finance.getByRole('alert').getByText('校验值与签字后的工资文件不符').first().waitFor()
    const csv = finance.getByRole('listitem').filter({ hasText: '.csv' })
    const sha256 = /[0-9a-f]{64}/.exec(await csv.innerText())![0]
    await finance.getByLabel('工资 CSV 的校验值').fill(sha256)
    await submit(finance)
    await finance.getByText('已办结').waitFor()
    const files = await finance.request.get(`/api/assessments/${made.sheetId}/files/xlsx`)
    expect(files.headers()['content-type']).toContain('spreadsheet')
  })
})

describe('an engineer with a phone', () => {
  it('sees each entry with its clause and arithmetic, gives a cause, appeals; neither is for whom it concerns to decide', async () => {
    const engineer = await as('engineer', true, '/my-entries')
    await engineer.getByRole('link').filter({ hasText: 'II' }).first().waitFor()
    await engineer.goto(`/my-entries?entry=${made.provisionalId}`)
    const drawer = engineer.getByRole('dialog')
    await drawer.getByText(/请在 .* 前说明原因/).waitFor()
    await drawer.getByRole('button', { name: '说明原因' }).click()
    await drawer.getByLabel('客户原因').check()
    await drawer.getByLabel('经过').fill('暴雨断路')
    await expectAccessible(engineer, 'giving a cause on a phone')
    await submit(engineer)
    await drawer.getByText('等待裁定').waitFor()

    await walkTo(engineer, `/entries/${made.confirmedId}`)
    await engineer.getByRole('button', { name: '申诉' }).click()
    await engineer.getByLabel('理由').fill('客户投诉的不是本人')
    await engineer
      .getByLabel('附件')
      .setInputFiles({ name: '说明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 x') })
    await engineer.getByText('说明.pdf').waitFor()
    await submit(engineer)
    await engineer.getByRole('link', { name: '查看申诉' }).waitFor()

    // The director's own fine hangs on the same accident.
    const director = await as('director', false, `/ledger?entry=${made.provisionalId}`)
    await director.getByText(/不能由您办理/).waitFor()
  })

  it('is answered by the general manager, with a reason', async () => {
    const president = await as('president', false, '/appeals?open=true')
    await president.getByRole('table').getByRole('link', { name: '成员engineer' }).click()
    const drawer = president.getByRole('dialog')
    await drawer.getByText('客户投诉的不是本人').waitFor()
    await drawer.getByRole('button', { name: '裁定申诉' }).click()
    await drawer.getByLabel('减轻', { exact: true }).check()
    await drawer.getByLabel('减轻后的金额').fill('20')
    await drawer.getByLabel('裁定说明').fill('部分属实')
    await expectAccessible(president, 'deciding on an appeal')
    await submit(president)
    await drawer.getByText('已办结').waitFor()

    await walkTo(president, `/cases/${made.recommendationId}`)
    await president.getByText('报降薪').waitFor()
    await president.getByRole('button', { name: '裁定建议' }).click()
    await president.getByLabel('不采纳').check()
    await president.getByRole('textbox', { name: '理由' }).fill('初犯，先谈话')
    await submit(president)
    await president.getByText('未采纳').first().waitFor()
  })

  it('who finds a report late whose day the rulebook leaves blank [S0-A-7.S1b]', async () => {
    const month = periodOf('monthly', Date.now())
    const play = reporting(db)
    await play.ask(month)
    const { report } = (await play.of('monthlyReport', month, people.director))!
    const president = await as('president', false, `/cases/${report.caseId}`)
    await president.getByRole('button', { name: '认定报告迟交' }).click()
    await president.getByRole('textbox', { name: '理由' }).fill('至今未交')
    await expectAccessible(president, 'finding a report late')
    await submit(president)
    await president.getByText('总经理认定报告迟交').first().waitFor()
    await president.getByRole('button', { name: '认定报告迟交' }).waitFor({ state: 'detached' })
  })
})

describe('a statement by the case', () => {
  it('is approved, written by whom it concerns, and accepted by their superior [S2-3.2.2.5]', async () => {
    const gm = await as('gm', false, `/penalties?case=${made.penaltyId}`)
    await gm.getByRole('button', { name: '裁定奖惩建议' }).click()
    await gm.getByLabel('同意', { exact: true }).check()
    await gm.getByLabel('裁定说明').fill('请本人说明')
    await submit(gm)
    await gm.getByText('已同意').first().waitFor()

    const support = await as('support', true)
    await followStatements(db, procedures.statement, Date.now())
    await walkTo(support, '/statements')
    await support.getByRole('table').getByRole('link').click()
    const drawer = support.getByRole('dialog')
    await drawer.getByRole('button', { name: '提交书面说明' }).click()
    await drawer.getByLabel('说明内容').fill('当天在另一现场，回复迟了一小时。')
    await expectAccessible(support, 'writing a statement on a phone')
    await submit(support)
    await drawer.getByText('审阅书面说明').waitFor()

    const manager = await as('manager', false, '/statements?open=true')
    await manager.getByRole('table').getByRole('link').click()
    await manager.getByRole('button', { name: '审阅说明' }).click()
    await manager.getByLabel('接受', { exact: true }).check()
    await manager.getByRole('textbox', { name: '理由' }).fill('属实')
    await submit(manager)
    await manager.getByRole('dialog').getByText('已办结').waitFor()
  })
})

describe('a rulebook', () => {
  it('is tried on the past before anything is signed, then submitted by its author', async () => {
    const director = await as('director', false, '/rulebook/S0A/draft?key=accident.fineI')
    await director.getByLabel('每起 I 类事故的罚款').fill('150')
    await director.getByRole('button', { name: '用于过去一段时间' }).click()
    await director.getByRole('button', { name: '开始回测' }).click()
    await director.getByRole('heading', { name: '结果' }).waitFor()
    await director.getByText(/本制度 \d+ 个参数中，\d+ 个可回测/).click()
    await director.getByText('整月计算；已结月份的补发、扣回不另行列出。').first().waitFor()
    await expectAccessible(director, 'a backtest')
    // One that broke off is run again, from the same address.
    await db.update(backtests).set({ state: 'interrupted', outcome: null, done: 3, of: 9 })
    await director.reload()
    await director.getByText('服务重启，回测在 3 / 9 处中断').waitFor()
    await expectAccessible(director, 'a backtest that broke off')
    await director.getByRole('button', { name: '重新运行' }).click()
    await director.getByRole('table', { name: '涉及人员' }).getByText('成员engineer').waitFor()
    const evidence = director.getByRole('table', { name: '会不同的后果' }).getByRole('link').first()
    await evidence.click()
    await director.getByRole('dialog').getByText('服务事故').first().waitFor()
    await director.keyboard.press('Escape')
    await walkTo(director, `/cases/${made.draftId}`)
    await director.getByRole('button', { name: '用于过去一段时间' }).click()
    await director.getByRole('button', { name: '不改' }).waitFor()
    await director.getByRole('button', { name: '回到草案' }).click()
    await director.getByRole('button', { name: '签署并提交审核' }).click()
    await submit(director)
    await director.getByText('审核草案').waitFor()
    await expectAccessible(director, 'a draft of a rulebook')
  })

  it('of the first version waits on everybody’s workplace as one matter; the next follows [S2-T2-3.9-3]', async () => {
    const engineer = await as('engineer', true, '/')
    await engineer.getByRole('link', { name: /部现行制度适用于您/ }).click()
    await engineer.getByRole('link', { name: '技术服务部工作制度' }).waitFor()
    await expectAccessible(engineer, 'rulebooks to acknowledge on a phone')
    await engineer.getByRole('link', { name: '技术服务部工作制度' }).click()
    await engineer.getByRole('button', { name: '我已阅读并确认第 1 版' }).click()
    await engineer.getByRole('link', { name: /^下一部：/ }).click()
    await engineer.getByRole('button', { name: '我已阅读并确认第 1 版' }).waitFor()
    await walkTo(engineer, '/rulebook?show=mine')
    await engineer.getByText(/待我确认（\d+）/).waitFor()
    await walkTo(engineer, '/')
    await engineer.getByRole('link', { name: /部现行制度适用于您/ }).waitFor()
    expect(await engineer.getByRole('link', { name: '技术服务部工作制度' }).count()).toBe(0)
  })

  it('goes from signature to signature, and is read by whom it binds', async () => {
    const at = `/cases/${made.draftId}`
    const sign = async (page: Page, deed: string) => {
      await page.goto(at)
      await page.getByRole('button', { name: deed, exact: true }).click()
      await page.getByLabel('同意', { exact: true }).check()
      await page.getByRole('textbox', { name: '理由' }).fill('同意')
      await submit(page)
    }
    const engineer = await as('engineer', true, at)
    await engineer.getByText('当前没有您可办理的步骤').waitFor()
    const deputy = await as('deputy')
    await sign(deputy, '审核')
    await deputy.getByText('批准草案').waitFor()
    const president = await as('president')
    await sign(president, '批准')
    await president.getByRole('button', { name: '发布', exact: true }).click()
    await president.getByLabel('生效日期').fill(localDate(Date.now() + 7 * DAY))
    await submit(president)
    await president.getByRole('link', { name: '第 2 版' }).waitFor()
    await expectAccessible(president, 'a published rulebook')
    await engineer.getByRole('button', { name: '我已阅读并确认第 2 版' }).click()
    await engineer.getByRole('button', { name: '我已阅读并确认第 2 版' }).waitFor({ state: 'detached' })
  })

  it('causes no error in the browser', () => expect(wrongs).toEqual([]))
})
