import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '../../../rules/roles.ts'
import type { Waiting } from './house.ts'

/** What somebody has to do on a screen: where it begins, and the work. */
export interface Day {
  path: (waiting: Waiting) => string
  work: (page: Page, waiting: Waiting, phone: boolean) => Promise<void>
}

/** Files whose tests show a role's day on both screens, together. */
type Elsewhere = readonly string[]

/** A role that may do exactly the same, no more and no less: one day is both's. */
type Same = Role

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const submit = (page: Page) => press(page, '提交')

async function choose(page: Page, label: string, option: string) {
  // Behind a drawer the page's own filters may go by the same name.
  const field = page.getByRole('combobox', { name: label }).last()
  await field.fill(option)
  await page.getByRole('option', { name: option }).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
}

async function fill(page: Page, given: Record<string, string>) {
  for (const [label, text] of Object.entries(given)) await page.getByLabel(label).fill(text)
}

/** An incident is everybody's to report, in under a minute. */
const reportsIncident: Day = {
  path: () => '/incidents/new',
  async work(page) {
    await fill(page, { 事故标题: '主变保护误动', 事故经过: '二次回路异常，已停电' })
    await press(page, '立即上报')
    await page
      .getByText(/剩余 59:\d\d/)
      .first()
      .waitFor()
  },
}

const asksForService: Day = {
  path: () => '/service-tasks/new',
  async work(page) {
    await page.getByLabel('客户').click()
    await page.getByTitle('㴨水供电公司').first().click()
    await fill(page, { 联系人: '𬎆先生', 联系方式: '13800000000', 服务需求: '终端不上线', 现场情况: '需办工作票' })
    await submit(page)
    await page.waitForURL(/\/cases\//)
    await page.getByText('需办工作票').first().waitFor()
  },
}

const asksForStatement: Day = {
  path: () => '/penalties/new',
  async work(page) {
    await choose(page, '人员', '成员engineer')
    await choose(page, '依据条款', 'S2-3.2.2.5')
    await page.getByLabel('书面说明').check()
    await page.getByLabel('理由').fill('答复客户不及时，请说明。')
    await submit(page)
    await page.waitForURL(/\/cases\//)
    await page.getByText('裁定奖惩建议').first().waitFor()
  },
}

const declaresAbsence: Day = {
  path: () => '/admin/absences',
  async work(page) {
    const rows = await page.getByRole('row').count()
    await press(page, '登记缺勤')
    await choose(page, '人员', '成员seatEngineer')
    await press(page, '保存')
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(rows)
  },
}

const recordsConduct: Day = {
  path: () => '/conduct/new',
  async work(page) {
    await choose(page, '人员', '成员engineer')
    await choose(page, '项目', 'S4-Q-p12')
    await page.getByLabel('说明').fill('值班室')
    await submit(page)
    await page.getByRole('table').getByText('S4-Q-p12').first().waitFor()
  },
}

const approvesChange = (which: 'applied' | 'technical'): Day => ({
  path: ({ changes }) => `/cases/${changes[which]}`,
  async work(page) {
    await press(page, '审批变更申请')
    await page.getByLabel('同意', { exact: true }).check()
    await submit(page)
    await page.getByText('已批准').first().waitFor()
  },
})

/**
 * The day of every role, in an order in which one's work waits for another's: who signs a sheet follows who issues it.
 * Where other files show it, their names stand here.
 */
export const days: Record<Exclude<Role, 'serviceAccount'>, Day | Elsewhere | Same> = {
  callTaker: ['callTaker'],
  engineer: ['assessment', 'offlineSite', 'serviceTask'],
  serviceDirector: ['evaluation', 'serviceTask'],
  centreGm: ['assessment', 'evaluation'],
  contractorPm: ['guests'],
  admin: ['admin', 'firstMorning'],
  serviceSupervisor: {
    path: ({ sheetId }) => `/cases/${sheetId}`,
    async work(page, { unassigned }) {
      await press(page, '出具考核表')
      await submit(page)
      await page.getByText('考核表已出具').first().waitFor()
      await page.goto(`/cases/${unassigned}`)
      await page.getByRole('button', { name: /^派给/ }).first().click()
      await page.getByText('派工建议名次').waitFor()
    },
  },
  companyGm: {
    path: ({ sheetId }) => `/cases/${sheetId}`,
    async work(page, { recommendationId }) {
      await press(page, '签字')
      await submit(page)
      await page.getByText('总经理已签字').waitFor()
      await page.goto(`/cases/${recommendationId}`)
      await press(page, '裁定建议')
      await page.getByLabel('不采纳').check()
      await page.getByRole('textbox', { name: '理由' }).fill('初犯，先谈话')
      await submit(page)
      await page.getByText('未采纳').first().waitFor()
    },
  },
  finance: {
    path: ({ sheetId }) => `/cases/${sheetId}`,
    async work(page) {
      const csv = page.getByRole('listitem').filter({ hasText: '.csv' })
      const sha256 = /[0-9a-f]{64}/.exec(await csv.innerText())![0]
      const saved = page.waitForEvent('download')
      await csv.getByRole('link').click()
      expect((await saved).suggestedFilename()).toMatch(/\.csv$/)
      await press(page, '财务确认执行')
      await page.getByLabel('工资 CSV 的校验值').fill(sha256)
      await submit(page)
      await page.getByText('已办结').first().waitFor()
    },
  },
  hrSpecialist: {
    path: ({ changes }) => `/cases/${changes.planned}`,
    async work(page) {
      await press(page, '提前通知人员变动')
      await submit(page)
      await page.getByText('已通知变动').waitFor()
    },
  },
  clientInformation: approvesChange('applied'),
  clientHr: {
    path: ({ changes }) => `/cases/${changes.planned}`,
    async work(page) {
      await press(page, '答复豁免或缩短交接')
      await page.getByLabel('提前提交变更申请').check()
      await page.getByLabel('同意豁免').check()
      await submit(page)
      await page.getByRole('button', { name: '提交', exact: true }).waitFor({ state: 'detached' })
    },
  },
  clientTechnology: approvesChange('technical'),
  clientSupervision: approvesChange('technical'),
  salesBackOffice: {
    path: ({ rated }) => `/cases/${rated}`,
    async work(page, _waiting, phone) {
      const number = phone ? '2026-0412' : '2026-0411'
      await press(page, '销售内勤登记台账')
      await page.getByLabel('台账编号').fill(number)
      await submit(page)
      await page.getByText(number).first().waitFor()
      await page.goto(`/service-tasks/ledger?q=${number}`)
      await page.getByRole('cell', { name: '优 / 良 / 中' }).waitFor()
    },
  },
  salesperson: asksForService,
  salesManager: asksForService,
  technicalSupportEngineer: asksForService,
  viceGm: asksForStatement,
  regionalManager: asksForStatement,
  officeDirector: asksForStatement,
  provincialSupervisor: asksForStatement,
  technicalServiceManager: asksForStatement,
  technicalSupportManager: declaresAbsence,
  centreDeputyGm: declaresAbsence,
  afterSalesManager: recordsConduct,
  residentSupervisor: recordsConduct,
  qualityControl: {
    path: () => '/evaluations/new',
    async work(page, _waiting, phone) {
      await choose(page, '人员', '成员engineer')
      await page.getByLabel('技术服务部成员评估').check()
      await page.getByLabel('定期考核').check()
      const [from, to] = phone ? ['2026-04-01', '2026-06-30'] : ['2026-01-01', '2026-03-31']
      await fill(page, { '考核时段：起': from, '考核时段：止': to })
      await submit(page)
      await page.waitForURL(/\/cases\//)
      await page.getByText('技术服务部成员评估').first().waitFor()
    },
  },
  projectDepartmentManager: {
    path: () => '/admin/resident-posts?open=new',
    async work(page, _waiting, phone) {
      const title = phone ? '驻场岗二' : '驻场岗一'
      await choose(page, '项目', '驻场项目')
      await fill(page, { 岗位名称: title, 客户需求: '机房每日巡检', 职责: '受理报修' })
      await press(page, '保存')
      await page.getByRole('button', { name: title }).waitFor()
    },
  },
  rd: reportsIncident,
  businessUnitStaff: 'rd',
  seatEngineer: reportsIncident,
  projectManager: 'rd',
  projectEngineer: 'rd',
  technicalServiceDeputyManager: 'seatEngineer',
}
