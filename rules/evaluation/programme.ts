import type { Role } from '../roles.ts'
import type { Text } from '../text.ts'

/** How an evaluation is held (S1-5.3.2): at regular times, when there is occasion, or from what customers say. */
export const METHODS = ['regular', 'irregular', 'customer'] as const
export type Method = (typeof METHODS)[number]

export const methodLabels: Record<Method, Text> = {
  regular: { zh: '定期考核', en: 'Regular' },
  irregular: { zh: '不定期考核', en: 'Irregular' },
  customer: { zh: '客户评价', en: 'By customers' },
}

/** What the records know of a person's work in percent; a criterion that rests on one is drafted from it. */
export const INDICATORS = ['timeliness', 'satisfaction', 'responseTime', 'resolution'] as const
export type Indicator = (typeof INDICATORS)[number]

/** One thing an evaluation looks at. */
export interface Criterion {
  id: string
  clause: string
  label: Text
  /** S1-5.3.1: which of the three sides of a person's work it belongs to. */
  side?: Side
  indicator?: Indicator
}

/** The three sides that S1-5.3.1 asks about. */
export const SIDES = ['performance', 'attitude', 'skill'] as const
export type Side = (typeof SIDES)[number]

/** A grade, the best first. `leadsTo`: what the rulebook lets follow from it. */
export interface Grade {
  id: string
  label: Text
  leadsTo?: 'merit' | 'sanction'
}

/** How one rulebook evaluates its people. */
export interface Programme {
  id: string
  label: Text
  /** The clause that asks for the evaluation, and leaves the interval blank or states it. */
  clause: string
  /** Months between regular ones; null: the text says "regularly" or nothing. */
  months: number | null
  /** Who assesses; `assessorClause` of null: the text says "the company", so whom is the house's rule. */
  assessor: Role
  assessorClause: string | null
  /** The posts it evaluates. */
  subjects: readonly Role[]
  criteria: Partial<Record<Method, readonly Criterion[]>>
  grades: readonly [Grade, ...Grade[]]
  /** The clause of the grades; null: the house's own words for what the text calls outstanding and poor. */
  gradeClause: string | null
  /** The clause that leaves the weights of the criteria blank, where one does. */
  weightClause?: string
  /** The clause that asks for targets of the indicators and leaves them blank, where one does. */
  targetClause?: string
}
