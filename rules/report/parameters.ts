import { HOUR } from '../instant.ts'
import type { Parameter } from '../policy/parameter.ts'

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
}
