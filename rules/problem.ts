import { accidentProblems } from './problems/accident.ts'
import { appealProblems } from './problems/appeal.ts'
import { assessmentProblems } from './problems/assessment.ts'
import { attachmentProblems } from './problems/attachment.ts'
import { backtestProblems } from './problems/backtest.ts'
import { calendarProblems } from './problems/calendar.ts'
import { callerProblems } from './problems/caller.ts'
import { callProblems } from './problems/call.ts'
import { caseProblems } from './problems/case.ts'
import { customerLinkProblems } from './problems/customerLink.ts'
import { equipmentProblems } from './problems/equipment.ts'
import { conductProblems, evaluationProblems, measureProblems } from './problems/evaluation.ts'
import { incidentProblems } from './problems/incident.ts'
import { inputProblems } from './problems/input.ts'
import { notificationProblems } from './problems/notification.ts'
import { organisationProblems } from './problems/organisation.ts'
import { fundProblems } from './problems/fund.ts'
import { payProblems } from './problems/pay.ts'
import { policyProblems } from './problems/policy.ts'
import { personProblems } from './problems/person.ts'
import { consequenceProblems } from './problems/consequence.ts'
import { printProblems } from './problems/print.ts'
import { recordProblems } from './problems/record.ts'
import { reportProblems } from './problems/report.ts'
import { rulebookProblems } from './problems/rulebook.ts'
import { sampleProblems } from './problems/sample.ts'
import { serviceTaskProblems } from './problems/serviceTask.ts'
import { staffChangeProblems } from './problems/staffChange.ts'
import { statementProblems } from './problems/statement.ts'
import type { Language, Text } from './text.ts'

/** One kind of refusal: its HTTP status and its sentence, with `{name}` where a parameter goes. */
export interface ProblemText extends Text {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503
}
export type ProblemTexts = Readonly<Record<`${string}.${string}`, ProblemText>>

/** Every refusal of the product. A noun keeps its own in `rules/problems/<noun>.ts`; a missing language does not compile. */
export const problems = {
  ...inputProblems,
  ...callerProblems,
  ...personProblems,
  ...organisationProblems,
  ...equipmentProblems,
  ...customerLinkProblems,
  ...policyProblems,
  ...caseProblems,
  ...callProblems,
  ...calendarProblems,
  ...sampleProblems,
  ...serviceTaskProblems,
  ...consequenceProblems,
  ...incidentProblems,
  ...notificationProblems,
  ...staffChangeProblems,
  ...attachmentProblems,
  ...printProblems,
  ...reportProblems,
  ...assessmentProblems,
  ...appealProblems,
  ...rulebookProblems,
  ...accidentProblems,
  ...recordProblems,
  ...evaluationProblems,
  ...measureProblems,
  ...conductProblems,
  ...payProblems,
  ...fundProblems,
  ...statementProblems,
  ...backtestProblems,
} as const satisfies ProblemTexts

export type ProblemCode = keyof typeof problems

/** What stands in the sentence's braces. Times and amounts come as text that is already fit to read. */
export type ProblemParams = Readonly<Record<string, string | number | Text>>

export interface RefusalDetails {
  /** Where in the input it lies, dotted: `calls.0.from`. */
  field?: string
  /** What would have been accepted. */
  expected?: string | Text
  /** The clause that asks for it, as `…`. */
  clause?: string
  params?: ProblemParams
  /** Where several things are wrong at once, each of them. */
  each?: readonly { field: string; code: ProblemCode; params?: ProblemParams; expected?: string; clause?: string }[]
}

/** A rule or a verb says no. Whoever talks to people (API, console) puts it into words by `problemText`. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly details: RefusalDetails

  constructor(code: ProblemCode, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

/** Refuses: throws a `Refusal` with the code of `problems`, and what a caller needs to do better. */
export function refuse(code: ProblemCode, details: RefusalDetails = {}): never {
  throw new Refusal(code, details)
}

/** The sentence of a code in one language, its braces filled. */
export function problemText(code: ProblemCode, language: Language, params: ProblemParams = {}): string {
  return problems[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    return value === undefined ? '' : typeof value === 'object' ? value[language] : String(value)
  })
}
