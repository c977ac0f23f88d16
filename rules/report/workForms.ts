import type { Role } from '../roles.ts'
import type { Form } from './forms.ts'

/** Who works in the field. */
const FIELD = ['engineer', 'technicalSupportEngineer', 'provincialSupervisor'] as const satisfies readonly Role[]

/** The service centre's own people (S2 binds all staff). */
export const CENTRE = [
  ...FIELD,
  'callTaker',
  'hrSpecialist',
  'officeDirector',
  'regionalManager',
  'technicalServiceManager',
  'technicalSupportManager',
  'projectManager',
] as const satisfies readonly Role[]

const own = { about: 'own', required: ['progress'] } as const

/** Work reports: of days, of projects, upward, on request, and after something happened. */
export const workForms = {
  workDaily: {
    ...own,
    label: { zh: '工作日报', en: 'Daily report' },
    rhythm: 'daily',
    by: CENTRE,
    of: 'report.workDailyOf',
    to: 'superior',
    day: 'report.workDaily',
    due: 'afterWork',
    required: ['progress', 'problems', 'suggestions'],
    parts: {
      progress: { zh: '结论', en: 'Conclusion' },
      problems: { zh: '要点', en: 'Main points' },
      suggestions: { zh: '本人看法', en: 'Own opinion' },
    },
  },
  siteDaily: {
    ...own,
    label: { zh: '驻场日报', en: 'Daily report from the site' },
    rhythm: 'daily',
    by: FIELD,
    to: 'serviceDirector',
    day: 'report.siteDaily',
    time: 'report.siteTime',
  },
  residentRegular: {
    ...own,
    label: { zh: '驻场人员定期汇报', en: 'Regular report of resident staff' },
    rhythm: 'asked',
    every: 'report.residentEvery',
    by: FIELD,
    to: 'serviceDirector',
    day: 'report.residentDay',
    required: ['progress', 'problems'],
  },
  progressRegular: {
    ...own,
    label: { zh: '工作进展汇报', en: 'Report on progress' },
    rhythm: 'asked',
    every: 'report.progressEvery',
    by: FIELD,
    to: 'superior',
    day: 'report.progressDay',
  },
  serviceStatistics: {
    ...own,
    label: { zh: '服务统计报表', en: 'Statistics of the service work' },
    rhythm: 'asked',
    every: 'report.statisticsEvery',
    by: FIELD,
    to: 'superior',
    day: 'report.statisticsDay',
  },
  projectMonthly: {
    ...project('monthly'),
    label: { zh: '项目月度计划与汇报', en: 'Project plan and report, monthly' },
  },
  projectQuarterly: {
    ...project('quarterly'),
    label: { zh: '项目季度计划与汇报', en: 'Project plan and report, quarterly' },
  },
  projectYearly: { ...project('yearly'), label: { zh: '项目年度计划与总结', en: 'Project plan and summary, yearly' } },
  centreUpward: {
    ...upward('centre', 'centreGm', 'companyGm'),
    label: { zh: '中心总经理定期汇报', en: 'Regular report of the centre' },
  },
  serviceUpward: {
    ...upward('service', 'technicalServiceManager', 'centreDeputyGm'),
    label: { zh: '技术服务部定期汇报', en: 'Regular report of technical service' },
  },
  supportUpward: {
    ...upward('support', 'technicalSupportManager', 'centreDeputyGm'),
    label: { zh: '技术支持部运转汇报', en: 'Regular report of technical support' },
  },
  headUpward: {
    ...upward('head', 'serviceDirector', 'companyGm'),
    label: { zh: '部门主管向公司领导汇报', en: "Regular report of the department's head" },
  },
  faultSummary: {
    ...own,
    label: { zh: '客户信息与产品故障汇总', en: 'Summary of customers and product faults' },
    rhythm: 'asked',
    every: 'report.faultsEvery',
    by: ['engineer'],
    to: 'technicalSupportManager',
    day: 'report.faultsDay',
    required: ['progress', 'problems'],
    parts: {
      progress: { zh: '客户信息分析', en: 'What customers tell' },
      problems: { zh: '产品故障记录汇总', en: 'Faults of products' },
      suggestions: { zh: '产品变化与同类产品技术信息', en: 'Changes of products, and what similar ones do' },
    },
  },
  regionalData: {
    ...asked('report.regionalData', ['regionalManager'], 'technicalSupportManager'),
    label: { zh: '区域数据统计', en: 'Data of a region' },
    about: 'department',
  },
  provinceData: {
    ...asked('report.provinceData', ['provincialSupervisor'], 'technicalSupportManager'),
    label: { zh: '省内数据表格', en: 'Data tables of a province' },
    about: 'department',
  },
  specifications: {
    ...asked('report.specifications', ['provincialSupervisor'], 'technicalSupportManager'),
    label: { zh: '省内产品技术规范', en: "The province's product specifications" },
    about: 'department',
  },
  formality: {
    ...asked('report.formality', FIELD, 'superior'),
    label: { zh: '要求的报告、反馈和手续', en: 'A report, feedback or formality that was asked for' },
  },
  afterService: {
    ...asked('report.afterService', FIELD, 'superior'),
    label: { zh: '现场服务后的汇报', en: 'Report after service on site' },
    due: 'prompt',
    parts: {
      progress: { zh: '经过和结果', en: 'Course and result' },
      problems: { zh: '故障原因', en: 'Cause of the fault' },
      plan: { zh: '客户的其他需求', en: 'Further needs of the customer' },
    },
    follow: {
      zh: '告知客户故障原因、处理和结果，询问其他需求',
      en: 'Tell the customer cause, handling and result, and ask about further needs',
    },
  },
  mistake: {
    ...asked('report.mistake', FIELD, 'superior'),
    label: { zh: '失误报告', en: 'Report of a mistake' },
    due: 'prompt',
    parts: { progress: { zh: '失误经过', en: 'What went wrong' }, problems: { zh: '影响', en: 'What it affects' } },
    follow: { zh: '改正失误', en: 'Put the mistake right' },
  },
} as const satisfies Record<string, Form>

function project<R extends 'monthly' | 'quarterly' | 'yearly'>(rhythm: R) {
  const required = ['progress', 'plan'] as const
  return { about: 'own', rhythm, by: ['projectManager'], to: 'companyGm', day: 'report.projectDay', required } as const
}

function upward<B extends Role, T extends Role>(which: 'centre' | 'service' | 'support' | 'head', by: B, to: T) {
  const keys = { every: `report.${which}Every`, day: `report.${which}Day` } as const
  return { about: 'department', rhythm: 'asked', ...keys, by: [by], to, required: ['progress', 'problems'] } as const
}

function asked<T extends Role | 'superior'>(day: string, by: readonly Role[], to: T) {
  return { ...own, rhythm: 'asked', day, by, to } as const
}
