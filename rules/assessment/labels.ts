import type { Text } from '../text.ts'

/** What people call the promises of an assessment sheet. */
export const assessmentPromises = {
  issue: { zh: '出具月度考核表', en: "Issue the month's assessment sheet" },
  sign: { zh: '总经理签字', en: 'The general manager signs it' },
  acknowledge: { zh: '财务确认执行', en: 'Finance acknowledges it' },
} as const satisfies Record<string, Text>

export type AssessmentPromise = keyof typeof assessmentPromises

/** Which people a sheet is about. */
export const SCOPES = ['staff', 'supervisor', 'final'] as const
export type SheetScope = (typeof SCOPES)[number]

export const scopeLabels: Record<SheetScope, Text> = {
  staff: { zh: '月度考核表', en: 'Monthly assessment sheet' },
  supervisor: { zh: '主管月度考核表', en: "Supervisor's monthly assessment sheet" },
  final: { zh: '离职结算表', en: 'Final settlement' },
}
