import type { Text } from '../text.ts'

/**
 * `ms` durations, `fen` money, `workingDays`, `months`, `count`, `percent` up to 100 with at most two decimals, `setting` one
 * of named readings, `ladder` alarms.
 */
export type Unit = 'ms' | 'fen' | 'workingDays' | 'months' | 'count' | 'percent' | 'setting' | 'ladder' | 'flag'

/** How the values of several policies bound to one case combine. */
export type Combine = 'mostSpecific' | 'strictest'

/** One number or choice of a rulebook. `value: null` is a blank the rulebook leaves; a clause of null marks a house rule. */
export interface Parameter {
  clause: string | null
  label: Text
  unit: Unit
  value: unknown
  combine?: Combine
  /** For `setting`: the values it admits. */
  choices?: readonly string[]
}

/** One rulebook. `topics` are the matters it can be bound to a customer, a project or a person for. */
export interface Policy {
  id: string
  title: Text
  topics: readonly string[]
  /**
   * `company`: holds for everybody from the first start; otherwise it is bound by hand to the projects it is written for
   * (S4-D-1.2, S4-N-1.2, S4-O-1.2, S4-S-1.2).
   */
  boundTo: 'company' | null
  /** Its sentences are the whole staff's to read and acknowledge, though its numbers hold where it is bound. */
  readBy?: 'staff'
  parameters: Record<string, Parameter>
}

/** A parameter's value as a case began under it, with what to cite. */
export interface Term {
  value: unknown
  clause: string | null
  policy: string
  /** '' is the rulebook itself; others are made for a customer or a demo. */
  variant: string
  version: number
}

/** The snapshot of all parameters a case runs under, by parameter key. */
export type Terms = Record<string, Term>

/** The number of a term. Throws where the key is absent or blank: a blank blocks its rule, so ask `isBlank` first. */
export function numberOf(terms: Terms, key: string): number {
  const value = terms[key]?.value
  if (typeof value !== 'number') throw new Error(`parameter ${key} is not a number in the terms of this case`)
  return value
}

/** The chosen reading of a `setting` (or the object of a `ladder`). Throws where the key is absent or blank. */
export function settingOf<T>(terms: Terms, key: string): T {
  const value = terms[key]?.value
  if (value === undefined || value === null) throw new Error(`parameter ${key} is not set in the terms of this case`)
  return value as T
}

/** True where no policy of this case states the parameter, or the one that does leaves it blank. */
export function isBlank(terms: Terms, key: string): boolean {
  return terms[key]?.value === undefined || terms[key].value === null
}

/** What a promise resting on this parameter cites. Throws where the key is absent. */
export function citation(terms: Terms, key: string): { clause: string; policy: string; policyVersion: number } {
  const term = terms[key]
  if (!term) throw new Error(`parameter ${key} is not in the terms of this case`)
  return { clause: term.clause ?? `house:${key}`, policy: term.policy, policyVersion: term.version }
}
