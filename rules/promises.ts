import { accidentPromises } from './accident/labels.ts'
import { appealPromises } from './appeal/labels.ts'
import { assessmentPromises } from './assessment/labels.ts'
import { callPromises, reachPromises } from './call/labels.ts'
import { evaluationPromises } from './evaluation/owed.ts'
import { incidentPromises } from './incident/labels.ts'
import { bonusPromises, payRatePromises } from './pay/owed.ts'
import { measurePromises } from './measure/owed.ts'
import { penaltyPromises } from './penalty/labels.ts'
import { recommendationPromises } from './recommendation/owed.ts'
import { reportPromises, workReportPromises } from './report/forms.ts'
import { rulebookPromises } from './rulebook/labels.ts'
import { serviceTaskPromises } from './serviceTask/labels.ts'
import { staffChangePromises } from './staffChange/labels.ts'
import { statementPromises } from './statement/statement.ts'
import type { Text } from './text.ts'

/** The labels of all promises, by the kind of their case. */
export const promiseLabels: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  accident: accidentPromises,
  appeal: appealPromises,
  assessment: assessmentPromises,
  bonus: bonusPromises,
  call: callPromises,
  evaluation: evaluationPromises,
  incident: incidentPromises,
  payRate: payRatePromises,
  measure: measurePromises,
  penalty: penaltyPromises,
  reach: reachPromises,
  recommendation: recommendationPromises,
  report: reportPromises,
  rulebook: rulebookPromises,
  serviceTask: serviceTaskPromises,
  staffChange: staffChangePromises,
  statement: statementPromises,
  workReport: workReportPromises,
}

/** What people call a promise; its own name where it has no label. */
export function promiseLabel(kind: string, promise: string): Text {
  return promiseLabels[kind]?.[promise] ?? { zh: promise, en: promise }
}

/** Procedures whose bearers are told when a promise of theirs opens; the others tell them in words of their own. */
export const TELLS_BEARERS: ReadonlySet<string> = new Set([
  'accident',
  'bonus',
  'call',
  'payRate',
  'reach',
  'serviceTask',
])
