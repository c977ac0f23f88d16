import { HOUR } from '../instant.ts'
import type { Parameter } from '../policy/parameter.ts'
import type { Text } from '../text.ts'
import { RHYTHMS } from './period.ts'
import { CENTRE } from './workForms.ts'

/** When the technical service department's reports are due and what a late one costs. */
export const reportParameters: Record<string, Parameter> = {
  'report.engineerDay': {
    clause: 'S0-A-2.3',
    label: { zh: '工程师周报：星期几之前', en: "Engineer's weekly report: before which weekday (1–7)" },
    unit: 'count',
    value: 6,
  },
  'report.engineerTime': {
    clause: 'S0-A-2.3',
    label: { zh: '工程师周报：几点之前（自零点起）', en: "Engineer's weekly report: before what time of day" },
    unit: 'ms',
    value: 18 * HOUR,
  },
  'report.engineerFine': {
    clause: 'S0-A-7.3b',
    label: { zh: '工程师周报迟报的罚款', en: "Fine for an engineer's late weekly report" },
    unit: 'fen',
    value: 2_000,
  },
  'report.supervisorDay': {
    clause: 'S0-A-6.5',
    label: { zh: '主管周报：星期几之前', en: "Supervisor's weekly report: before which weekday (1–7)" },
    unit: 'count',
    value: 7,
  },
  'report.supervisorTime': {
    clause: 'S0-A-6.5',
    label: { zh: '主管周报：几点之前（自零点起）', en: "Supervisor's weekly report: before what time of day" },
    unit: 'ms',
    value: 18 * HOUR,
  },
  'report.supervisorFine': {
    clause: 'S0-A-7.S1a',
    label: { zh: '主管周报迟报的罚款', en: "Fine for a supervisor's late weekly report" },
    unit: 'fen',
    value: 2_000,
  },
  'report.monthlyDay': {
    clause: 'S0-A-6.6',
    label: { zh: '月度报表：次月几日以内', en: 'Monthly report: by which day of the month after' },
    unit: 'count',
    value: null,
  },
  'report.monthlyFine': {
    clause: 'S0-A-7.S1b',
    label: { zh: '月度报表迟出的罚款', en: 'Fine for a late monthly report' },
    unit: 'fen',
    value: 2_000,
  },
}

/** The department's report to the leadership; the rulebook leaves weekday and time blank. */
export const departmentReportParameters: Record<string, Parameter> = {
  'report.departmentDay': {
    clause: 'S3-4.2(1)',
    label: { zh: '部门周报：星期几之前', en: "Department's weekly report: before which weekday (1–7)" },
    unit: 'count',
    value: null,
  },
  'report.departmentTime': {
    clause: 'S3-4.2(1)',
    label: { zh: '部门周报：几点之前（自零点起）', en: "Department's weekly report: before what time of day" },
    unit: 'ms',
    value: null,
  },
}

/** What the rulebooks leave open about reports. */
export const reportHouseParameters: Record<string, Parameter> = {
  'report.restPeriod': {
    clause: null,
    label: { zh: '整期无工作日时是否仍须报告', en: 'Whether a period without any working day asks for a report' },
    unit: 'setting',
    value: 'owed',
    choices: ['owed', 'notOwed'],
  },
  'report.promptTarget': {
    clause: null,
    label: {
      zh: '“及时”汇报的内部目标（现场服务后、失误后）',
      en: 'House target of reports "in time" (after service, after a mistake)',
    },
    unit: 'ms',
    value: 4 * HOUR,
  },
  'report.askedTarget': {
    clause: null,
    label: { zh: '要求报告而未定日期时的内部目标', en: 'House target of a report asked for without a date' },
    unit: 'workingDays',
    value: 3,
  },
}

/** How often a report is asked for where the rulebook says "regularly" or "in time": blank until somebody sets it. */
const every = (clause: string, { zh, en }: Text): Parameter => ({
  clause,
  label: { zh: `${zh}：多久一次`, en: `${en}: how often` },
  unit: 'setting',
  value: null,
  choices: RHYTHMS,
})

/** The day of such a report; no rulebook names one. */
const day = (clause: string, { zh, en }: Text): Parameter => ({
  clause,
  label: {
    zh: `${zh}：周报为星期几之前，其余为次月几日以内`,
    en: `${en}: before which weekday, or by which day after the period`,
  },
  unit: 'count',
  value: null,
})

/** A report that the clause asks for without leaving anything to set; `false` in a version switches it off. */
const owed = (clause: string, label: Text): Parameter => ({ clause, label, unit: 'flag', value: true })

const upward = (which: string, clause: string, label: Text): Record<string, Parameter> => ({
  [`report.${which}Every`]: every(clause, label),
  [`report.${which}Day`]: day(clause, label),
})

/** What the department's head reports upward "in time" (S3). */
export const headReportParameters: Record<string, Parameter> = upward('head', 'S3-3.1(5)', {
  zh: '部门主管向公司领导汇报工作和问题',
  en: "The head's report on work and problems to leadership",
})

/** The service centre's reports (S2). */
export const centreReportParameters: Record<string, Parameter> = {
  'report.workDaily': owed('S2-1.2.12.6', { zh: '每天下班即写日报', en: 'A daily report straight after work' }),
  'report.workDailyOf': {
    clause: 'S2-1.2.12.6',
    label: { zh: '写日报的岗位（默认全体员工）', en: 'The posts that write a daily report (default: all staff)' },
    unit: 'setting',
    value: [...CENTRE],
    choices: CENTRE,
  },
  'report.afterService': owed('S2-1.2.12.5', {
    zh: '现场服务结束后向上级汇报、告知客户',
    en: 'After service on site: report to the superior, tell the customer',
  }),
  'report.projectDay': day('S2-T2-3.7-7', { zh: '项目月度、季度、年度计划与汇报', en: 'Project plans and reports' }),
  'report.regionalData': owed('S2-T2-3.9-8', { zh: '按要求报送区域数据', en: 'Regional data as required' }),
  'report.provinceData': owed('S2-T2-3.10-4', { zh: '报送本省数据表格', en: "The province's data tables" }),
  ...upward('centre', 'S2-T2-3.1-8', { zh: '中心总经理定期汇报', en: 'Regular report of the centre' }),
  ...upward('service', 'S2-T2-3.3-9', { zh: '技术服务部定期汇报', en: 'Regular report of technical service' }),
  ...upward('support', 'S2-T2-3.4-8', { zh: '技术支持部运转汇报', en: 'Regular report of technical support' }),
  ...upward('faults', 'S2-T2-3.11-8', {
    zh: '客户信息与产品故障汇总',
    en: 'Summary of customers and product faults',
  }),
  'report.specifications': owed('S2-T2-3.10-3', {
    zh: '向技术支持部报送省内产品技术规范',
    en: "The province's product specifications for technical support",
  }),
}

/** Reports of staff at customers' sites, by the rulebook that asks for them; each is bound to the projects it is for. */
export const staffReportParameters: Readonly<Record<string, Record<string, Parameter>>> = {
  'S4-A': {
    'report.siteDaily': owed('S4-A-3.2b', { zh: '驻场人员每天汇报', en: 'On-site staff report every day' }),
    'report.siteTime': {
      clause: 'S4-A-3.2b',
      label: { zh: '驻场日报：几点之前（自零点起）', en: 'Daily report from the site: before what time of day' },
      unit: 'ms',
      value: null,
    },
  },
  'S4-C': upward('statistics', 'S4-C-2.3', { zh: '服务统计报表', en: 'Statistics of the service work' }),
  'S4-I': upward('resident', 'S4-I-3.2(4)', { zh: '驻场人员定期汇报', en: 'Regular report of resident staff' }),
  'S4-J': {
    ...upward('progress', 'S4-J-10', { zh: '工作进展汇报', en: 'Report on progress' }),
    'report.formality': owed('S4-J-20', {
      zh: '按时完成要求的报告、反馈和手续',
      en: 'Reports, feedback and formalities that were asked for, in time',
    }),
  },
  'S4-M': {
    'report.mistake': owed('S4-M-16', { zh: '失误及时报告并改正', en: 'Mistakes reported in time and put right' }),
  },
}
