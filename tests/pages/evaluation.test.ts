import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { bindProject } from '../../db/policy/bind.ts'
import { projectMember } from '../../db/schema/staffChange.ts'
import { boundProject } from '../support/boundProject.ts'
import { expectAccessible, testBrowser, walkTo } from '../support/browser.ts'
import { testSystem } from '../support/system.ts'
import { workplaceOf } from '../support/workplace.ts'

const { db, origin } = await testSystem()
const { people } = await workplaceOf(db, origin)
const { as, wrongs } = await testBrowser(origin)
const projectId = await boundProject(db, 'S4-Q', 'conduct')
await db.insert(projectMember).values({ projectId, personId: people.engineer })
await db.transaction((tx) => bindProject(tx, { projectId, policy: 'S4-N', topic: 'attendance', fromOn: '2020-01-01' }))

const submit = (page: Page) => page.getByRole('button', { name: '提交', exact: true }).click()
async function choose(page: Page, label: string, option: string) {
  await page.getByLabel(label).fill(option)
  await page.getByRole('option', { name: option }).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
}

describe('an evaluation', () => {
  it('is opened, scored and followed up by who assesses, decided by another, read by the person [S3-5.2]', async () => {
    const director = await as('director', false, '/evaluations')
    await director.getByRole('button', { name: '发起考核' }).click()
    await choose(director, '人员', '成员engineer')
    await director.getByLabel('技术服务部成员评估').check()
    await director.getByLabel('定期考核').check()
    await director.getByLabel('考核时段：起').fill('2026-01-01')
    await director.getByLabel('考核时段：止').fill('2026-03-31')
    await submit(director)
    await director.getByRole('heading', { name: '评分' }).waitFor()
    for (const box of await director.getByLabel(/评分（0–100）/).all()) await box.fill('40')
    await director.getByLabel('不佳').check()
    await director.getByLabel('等级理由').fill('多次未按时完成')
    await expectAccessible(director, 'scoring an evaluation')
    await submit(director)
    await director.getByRole('heading', { name: '提出后续措施' }).waitFor()
    await choose(director, '措施', 'S3-7.2 口头警告')
    await director.getByLabel('理由', { exact: false }).last().fill('屡次迟交')
    await expectAccessible(director, 'following an evaluation up')
    await submit(director)
    await director.getByRole('link', { name: '口头警告' }).click()
    await director.getByText('奖惩记录（提出时）').waitFor()
    const address = new URL(director.url()).pathname

    const gm = await as('gm', true, address)
    await gm.getByRole('button', { name: '裁定奖惩措施' }).click()
    await gm.getByLabel('批准', { exact: true }).check()
    await gm.getByLabel('裁定说明').fill('属实')
    await submit(gm)
    await gm.getByText('已批准').first().waitFor()
    await expectAccessible(gm, 'a decided measure on a phone')

    const engineer = await as('engineer', true, '/evaluations')
    await engineer.getByRole('link', { name: '成员engineer' }).click()
    await engineer.getByRole('dialog').getByText('多次未按时完成').waitFor()
    await walkTo(engineer, address)
    await engineer.getByText('屡次迟交').waitFor()
    // It is nobody else's business.
    const colleague = await as('support')
    const answer = await colleague.request.get(`/api${address}`)
    expect(answer.status()).toBe(404)
    expect(wrongs).toEqual([])
  })
})

describe('conduct points', () => {
  it('are recorded with their item and stand in the month’s totals [S4-Q-p12]', async () => {
    const director = await as('director', true, '/conduct/new')
    await choose(director, '人员', '成员engineer')
    await choose(director, '项目', 'S4-Q-p12')
    await director.getByLabel('说明').fill('值班室')
    await submit(director)
    await director.getByRole('table').getByText('S4-Q-p12').waitFor()
    await expectAccessible(director, 'totals on a phone')
    expect(wrongs).toEqual([])
  })
})
