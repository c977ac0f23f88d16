import type { Role } from '../roles.ts'
import type { Text } from '../text.ts'
import type { Rhythm } from './period.ts'
import { workForms } from './workForms.ts'

/** What a report says, part by part; S3-4.2(1) names these four. */
export const SECTIONS = ['progress', 'problems', 'plan', 'suggestions'] as const
export type Section = (typeof SECTIONS)[number]

export const sectionLabels: Record<Section, Text> = {
  progress: { zh: '本期工作进展', en: 'Progress' },
  problems: { zh: '存在的问题和解决方案', en: 'Problems and solutions' },
  plan: { zh: '下期工作计划', en: 'Plan for the next period' },
  suggestions: { zh: '建议', en: 'Suggestions' },
}

export type Sections = Partial<Record<Section, string>>

/** One kind of report: who owes it to whom, how often, under which parameters, and what it has to hold. */
export interface Form {
  label: Text
  /** `asked`: nobody owes it until somebody asks, or something happens. */
  rhythm: Rhythm | 'asked'
  /** The parameter that names the rhythm, where the rulebook says "regularly": blank until it is set, and asked for then. */
  every?: string
  by: readonly Role[]
  /** The parameter that lists the posts it is asked of, where it may be narrowed to some of `by`. */
  of?: string
  to: Role | 'superior'
  /** Of whose work it tells: the author's own, or the department's. */
  about: 'own' | 'department'
  /**
   * The parameter it rests on: weekday 1–7 (weekly) or day of the month (longer) of the due time; of a daily or an asked
   * one, whatever its clause is about.
   */
  day: string
  /** Clock time of the due time, ms after midnight; left out or blank: the day's last second. */
  time?: string
  /** `afterWork`: at once when the day's work is over, so no clock fines anybody. */
  due?: 'afterWork' | 'prompt'
  /** What being late costs, in fen. */
  fine?: string
  required: readonly Section[]
  /** What its parts are called, where not as usual. */
  parts?: Partial<Record<Section, Text>>
  /** What has to be done beside it, and is owed with it. */
  follow?: Text
}

/** The department's reports, by the promise that each is. */
const departmentForms = {
  engineerWeekly: {
    label: { zh: '技术服务周报（工程师）', en: "Weekly service report (engineer's)" },
    rhythm: 'weekly',
    by: ['engineer'],
    about: 'own',
    to: 'serviceSupervisor',
    day: 'report.engineerDay',
    time: 'report.engineerTime',
    fine: 'report.engineerFine',
    required: ['progress', 'plan'],
  },
  supervisorWeekly: {
    label: { zh: '技术服务周报（主管汇总）', en: "Weekly service report (supervisor's)" },
    rhythm: 'weekly',
    by: ['serviceSupervisor'],
    about: 'department',
    to: 'companyGm',
    day: 'report.supervisorDay',
    time: 'report.supervisorTime',
    fine: 'report.supervisorFine',
    required: ['progress', 'plan'],
  },
  departmentWeekly: {
    label: { zh: '部门工作报告（四部分）', en: "Department's weekly report in four parts" },
    rhythm: 'weekly',
    by: ['serviceSupervisor'],
    about: 'department',
    to: 'companyGm',
    day: 'report.departmentDay',
    time: 'report.departmentTime',
    required: SECTIONS,
  },
  monthlyReport: {
    label: { zh: '技术服务月度报表', en: 'Monthly service report' },
    rhythm: 'monthly',
    by: ['serviceSupervisor'],
    about: 'department',
    to: 'companyGm',
    day: 'report.monthlyDay',
    fine: 'report.monthlyFine',
    required: ['progress'],
  },
} as const satisfies Record<string, Form>

/** The reports the rulebooks ask for. */
export const forms = { ...departmentForms, ...workForms }

export type FormName = keyof typeof forms
export const FORM_NAMES = Object.keys(forms) as [FormName, ...FormName[]]

/** A form by name, its optional parts readable on every one. */
export const formOf = (name: FormName): Form => forms[name]

/** The kind of case a form's reports are. */
export const kindOfForm = (name: FormName): 'report' | 'workReport' =>
  name in departmentForms ? 'report' : 'workReport'

/** The promise that handing a form in keeps. */
export const deliveryOf = (name: FormName): string => (kindOfForm(name) === 'report' ? name : 'deliver')

/** What the parts of a form are called. */
export const partsOf = (name: FormName): Record<Section, Text> => ({ ...sectionLabels, ...formOf(name).parts })

/** What people call the promises of a report. */
export const reportPromises = Object.fromEntries(
  Object.entries(departmentForms).map(([name, { label }]) => [name, label]),
) as Record<keyof typeof departmentForms, Text>

/** What people call the promises of a work report: handing it in, and what is owed beside it. */
export const workReportPromises = {
  deliver: { zh: '汇报工作', en: 'Report on the work' },
  follow: { zh: '随报告须办的事项', en: 'What is owed beside the report' },
} as const satisfies Record<string, Text>
