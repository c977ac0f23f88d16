import type { Text } from '../text.ts'

/** One of the five rulebook collections; a clause id begins with it. */
export type Seed = 'S0' | 'S1' | 'S2' | 'S3' | 'S4'

/** The stable name of a clause, e.g. `S2-3.1.4(2)b`. Only `clause()` proves that one exists. */
export type ClauseId = `${Seed}-${string}`

/**
 * What software does about a clause. `full`: it enforces or computes it. `assist`: people act, it records, reminds and
 * checks. `text`: it publishes the clause and keeps who acknowledged it.
 */
export type SoftwareClass = 'full' | 'assist' | 'text'

/** One process of the department, `P01` (service task) to `P38` (plans, tests and knowledge). */
export type ProcessId = `P${number}`

/** A clause of a rulebook. Its `zh` and `en` are its title: the duty with its number, in a line. */
export interface Clause extends Text {
  id: ClauseId
  software: SoftwareClass
  /** The processes it belongs to; empty where it is only published. */
  processes: ProcessId[]
  /** The clause of another policy that says word for word the same; each stays citable for those bound to it. */
  duplicateOf?: ClauseId
}
