import type { Instant } from '../instant.ts'
import { citation, isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import type { AccidentClass } from './grounds.ts'

/** An accident as its fines depend on it. */
export interface ClassifiedAccident {
  caseId: string
  occurredAt: Instant
  class: AccidentClass | null
  /** The facts of the grounds that stand. */
  groundIds: readonly string[]
  engineerId: string
  /** Who held the post of supervisor when it happened; null: nobody, or not one person alone. */
  supervisorId: string | null
  terms: Terms
}

/** A fine that an accident calls for, by the key of what it rests on: another class, bearer or time makes another. */
export interface AccidentFine {
  key: string
  kind: 'fine'
  personId: string
  caseId: string
  clause: string
  policy: string
  policyVersion: number
  amountFen: number
  occurredAt: Instant
  evidenceIds: string[]
  arithmetic: { rule: string } & Record<string, unknown>
}

/**
 * What an accident costs the engineer (S0-A-7.5a, S0-A-7.5b) and the supervisor (S0-A-7.S2a, S0-A-7.S2b): once, by the
 * class it has now. An accident of the supervisor's own costs them as the engineer only. A blank amount blocks its fine.
 */
export function accidentFines(accident: ClassifiedAccident): AccidentFine[] {
  const { engineerId, supervisorId } = accident
  const above =
    supervisorId === null || supervisorId === engineerId ? [] : fine(accident, 'supervisorFine', supervisorId)
  return [...fine(accident, 'fine', engineerId), ...above]
}

function fine(accident: ClassifiedAccident, name: 'fine' | 'supervisorFine', personId: string): AccidentFine[] {
  const { caseId, occurredAt, groundIds, terms } = accident
  const parameter = `accident.${name}${accident.class}`
  if (accident.class === null || isBlank(terms, parameter)) return []
  const amountFen = -numberOf(terms, parameter)
  return [
    {
      key: `accident:${caseId}:${name}${accident.class}:${personId}:${occurredAt}`,
      kind: 'fine',
      personId,
      caseId,
      ...citation(terms, parameter),
      amountFen,
      occurredAt,
      evidenceIds: [...groundIds],
      arithmetic: { rule: 'accident', class: accident.class, occurredAt, amountFen },
    },
  ]
}
