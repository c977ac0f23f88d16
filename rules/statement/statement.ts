import { latest, type CaseView } from '../case.ts'
import type { Owed } from '../obligation/obligation.ts'
import { numberOf, type Parameter } from '../policy/parameter.ts'
import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'
import type { Text } from '../text.ts'
import { endOfDay, localDate } from '../time/local.ts'
import { addWorkingDays } from '../time/working.ts'

/** A required statement is written by who owes it, and accepted by their superior or sent back. */
export const statementPromises = {
  submit: { zh: '提交书面说明', en: 'Hand in the written statement' },
  accept: { zh: '审阅书面说明', en: 'Read the statement and accept it, or send it back' },
} as const satisfies Record<string, Text>

/** The rulebooks that ask for a statement name no day for it. */
export const statementHouseParameters: Record<string, Parameter> = {
  'statement.target': {
    clause: null,
    label: { zh: '提交书面说明的内部目标', en: 'House target for a required statement' },
    unit: 'workingDays',
    value: 3,
  },
}

/** Everybody hands in their own; who leads reads what is written to them. */
export const statementActions = {
  'statement.own': [...staffRoles],
  'statement.oversee': [...leaders, 'hrSpecialist'],
  'statement.decide': [...leaders, 'officeDirector', 'provincialSupervisor', 'hrSpecialist'],
} as const satisfies Actions

/** What the fact that requires a statement says: the ledger entry, its clause, and who reads it. */
export interface Required {
  consequenceId: string
  clause: string
  policy: string
  policyVersion: number
  personId: string
  /** Null: nobody above them; the unit's gap. */
  readerId: string | null
}

/**
 * A required statement (S4-D-2.5a, S4-N-2.5a, or by the case) is owed promptly, as no text names a day: a house target of
 * working days escalates, nobody is fined. So is its reading.
 */
export function owedByStatement(promise: string, view: CaseView): Owed[] {
  const required = latest(view, 'statementRequired')!
  const { clause, policy, policyVersion, personId, readerId } = required.data as unknown as Required
  const cited = { clause, policy, policyVersion }
  const promptFrom = (at: number) => ({
    anchorAt: at,
    due: {
      kind: 'prompt' as const,
      targetAt: endOfDay(addWorkingDays(view.calendar, localDate(at), numberOf(view.terms, 'statement.target')).on),
    },
  })
  const back = latest(view, 'statementReturned')
  if (promise === 'submit')
    return [{ ...cited, bearer: { personId }, ...promptFrom(back?.occurredAt ?? required.occurredAt) }]
  const handedIn = latest(view, 'statementSubmitted')
  const bearer = readerId === null ? { unit: true as const } : { personId: readerId }
  return [{ ...cited, bearer, ...promptFrom(handedIn?.occurredAt ?? required.occurredAt) }]
}
