import type { Text } from '../../rules/text.ts'
import { texts } from '../texts/index.ts'

/** The kind of a case stands before its id. */
export const kindOf = (caseId: string) => caseId.slice(0, caseId.indexOf('-'))

export function kindLabel(kind: string): Text {
  const { call, incident, serviceTask, staffChange, reach, report, assessment, appeal } = texts.cases
  const { penalty, accident, recommendation, rulebook } = texts.cases
  const first = { call, incident, serviceTask, staffChange, reach, report, assessment, appeal }[kind]
  return first ?? { penalty, accident, recommendation, rulebook }[kind] ?? texts.cases.case
}
