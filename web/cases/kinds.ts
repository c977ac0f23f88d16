import type { Text } from '../../rules/text.ts'
import { texts } from '../texts/index.ts'

/** The kind of a case stands before its id. */
export const kindOf = (caseId: string) => caseId.slice(0, caseId.indexOf('-'))

export function kindLabel(kind: string): Text {
  const { call, incident, serviceTask, staffChange, reach } = texts.cases
  return { call, incident, serviceTask, staffChange, reach }[kind] ?? texts.cases.case
}
