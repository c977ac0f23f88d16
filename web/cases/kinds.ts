import { caseKindLabels } from '../../rules/labels.ts'
import type { Text } from '../../rules/text.ts'
import { texts } from '../texts/index.ts'

/** The kind of a case stands before its id. */
export const kindOf = (caseId: string) => caseId.slice(0, caseId.indexOf('-'))

const labels: Readonly<Record<string, Text>> = caseKindLabels

export const kindLabel = (kind: string): Text => labels[kind] ?? texts.cases.case
