import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readXlsx } from '../../db/import/readXlsx.ts'
import { XLSX } from '../../rules/attachment/mediaType.ts'
import { expectAccessible, testBrowser } from '../support/browser.ts'
import { PASSWORD } from '../support/api.ts'
import { testSystem } from '../support/system.ts'
import { workplaceOf } from '../support/workplace.ts'

const { db, origin } = await testSystem()
await workplaceOf(db, origin)
const { as, wrongs } = await testBrowser(origin)

it('takes a department’s lists from Excel: a template, a preview, good rows in, bad rows back with the reason', async () => {
  const page = await as('sysadmin', false, '/first-morning')
  await page.getByText('固定不可选').waitFor()
  await page.getByLabel('公司名称').fill('示例技术服务公司')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '标记为完成' }).click()
  await page.getByText('已完成 1 / 14').waitFor()
  await page.goto('/')
  await page.getByRole('link', { name: '首日引导 · 已完成 1 / 14' }).click()

  await page.goto('/first-morning?step=people')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载模板' }).click()
  const template = readXlsx(await readFile(await (await saved).path()), 10)
  expect(template[0]!.cells.slice(0, 2)).toEqual(['工号', '姓名'])

  const list = await writeXlsxFile([template[0]!.cells, ['F001', '赵一'], ['F002', null], ['F003', '孙三']]).toBuffer()
  const sent = { name: '人员.xlsx', mimeType: XLSX, buffer: list }
  await page.getByLabel('选择文件').setInputFiles(sent)
  await page.getByText('共 3 行：2 行可导入，1 行有误').waitFor()
  await expectAccessible(page, 'a preview')
  const rejects = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载有误的 1 行' }).click()
  const wrong = readXlsx(await readFile(await (await rejects).path()), 10)
  expect([wrong[0]!.cells.at(-1), wrong[1]!.cells[0]]).toEqual(['错误原因', 'F002'])
  await page.getByRole('button', { name: '导入 2 行' }).click()
  await page.getByText('已导入 2 行。').waitFor()

  await page.getByRole('link', { name: '登录账号' }).click()
  const accounts = page.waitForEvent('download')
  await page.getByRole('button', { name: '为没有账号的人开通' }).click()
  const opened = readXlsx(await readFile(await (await accounts).path()), 50).map(({ cells }) => cells)
  const [, , username] = opened.find(([code]) => code === 'F001')!
  expect(username).toBe('f001')
  await expectAccessible(page, 'accounts opened')

  await page.goto('/calls')
  const table = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  expect((await table).suggestedFilename()).toMatch(/^来电看板 \d{4}-\d\d-\d\d\.xlsx$/)
  expect(wrongs).toEqual([])
})

it('whoever got a password on a list makes it their own', async () => {
  const page = await as('sysadmin', true, '/account')
  await page.getByLabel('现在的密码').fill(PASSWORD)
  await page.getByLabel(/^新密码/).fill('a word of my own')
  await page.getByLabel('再输入一次新密码').fill('another word')
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByText('两次输入的新密码不一样').waitFor()
  await page.getByLabel('再输入一次新密码').fill('a word of my own')
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByText('密码已修改。').waitFor()
  const headers = { 'content-type': 'application/json' }
  const signIn = async (password: string) => {
    const body = JSON.stringify({ username: 'sysadmin', password })
    return (await fetch(`${origin}/api/session`, { method: 'post', headers, body })).status
  }
  expect([await signIn('a word of my own'), await signIn(PASSWORD)]).toEqual([201, 401])
  expect(wrongs).toEqual([])
})

it('loads a sample department by one button, and throws it away by another', async () => {
  const page = await as('sysadmin', true, '/first-morning')
  await page.getByRole('button', { name: '载入示例部门' }).click()
  await page.getByText('sample.taker').waitFor({ timeout: 30_000 })
  await expectAccessible(page, 'a sample department')
  await page.getByRole('button', { name: '清除示例部门' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '清除示例部门' }).click()
  await page.getByRole('button', { name: '载入示例部门' }).waitFor({ timeout: 30_000 })
  expect(wrongs).toEqual([])
})
