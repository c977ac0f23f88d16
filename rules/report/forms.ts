import type { Role } from '../roles.ts'
import type { Text } from '../text.ts'
import type { Rhythm } from './period.ts'

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
  rhythm: Rhythm
  by: Role
  to: Role
  /** Weekday 1–7 (weekly) or day of the month (monthly) of the due time; its clause is the one the report rests on. */
  day: string
  /** Clock time of the due time, ms after midnight; left out: the day's last second. */
  time?: string
  /** What being late costs, in fen. */
  fine?: string
  required: readonly Section[]
}

/** The reports the rulebooks ask for, by the promise that each is. */
export const forms = {
  engineerWeekly: {
    label: { zh: '技术服务周报（工程师）', en: "Weekly service report (engineer's)" },
    rhythm: 'weekly',
    by: 'engineer',
    to: 'serviceSupervisor',
    day: 'report.engineerDay',
    time: 'report.engineerTime',
    fine: 'report.engineerFine',
    required: ['progress', 'plan'],
  },
  supervisorWeekly: {
    label: { zh: '技术服务周报（主管汇总）', en: "Weekly service report (supervisor's)" },
    rhythm: 'weekly',
    by: 'serviceSupervisor',
    to: 'companyGm',
    day: 'report.supervisorDay',
    time: 'report.supervisorTime',
    fine: 'report.supervisorFine',
    required: ['progress', 'plan'],
  },
  departmentWeekly: {
    label: { zh: '部门工作报告（四部分）', en: "Department's weekly report in four parts" },
    rhythm: 'weekly',
    by: 'serviceSupervisor',
    to: 'companyGm',
    day: 'report.departmentDay',
    time: 'report.departmentTime',
    required: SECTIONS,
  },
  monthlyReport: {
    label: { zh: '技术服务月度报表', en: 'Monthly service report' },
    rhythm: 'monthly',
    by: 'serviceSupervisor',
    to: 'companyGm',
    day: 'report.monthlyDay',
    fine: 'report.monthlyFine',
    required: ['progress'],
  },
} as const satisfies Record<string, Form>

export type FormName = keyof typeof forms
export const FORM_NAMES = Object.keys(forms) as [FormName, ...FormName[]]

/** A form by name, its optional parts readable on every one. */
export const formOf = (name: FormName): Form => forms[name]

/** What people call the promises of a report. */
export const reportPromises = Object.fromEntries(FORM_NAMES.map((name) => [name, forms[name].label])) as Record<
  FormName,
  Text
>
