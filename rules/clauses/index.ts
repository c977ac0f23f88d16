import S0 from './S0.json'
import S1 from './S1.json'
import S2 from './S2.json'
import S3 from './S3.json'
import S4 from './S4.json'
import type { Clause, ClauseId } from './clause.ts'

export type { Clause, ClauseId, Seed, SoftwareClass } from './clause.ts'

const entries = Object.entries({ ...S0, ...S1, ...S2, ...S3, ...S4 }) as [ClauseId, Omit<Clause, 'id'>][]
const clauses = new Map<string, Clause>(entries.map(([id, entry]) => [id, { id, ...entry }]))

/** The clause of that id. Throws a RangeError where no rulebook has one: a citation must lead somewhere. */
export function clause(id: string): Clause {
  const found = clauses.get(id)
  if (!found) throw new RangeError(`unknown clause ${id}`)
  return found
}

/** Whether a rulebook has a clause of that id; narrows the text to a `ClauseId`. */
export function isClauseId(id: string): id is ClauseId {
  return clauses.has(id)
}

/** Every clause, in the order of the rulebooks S0 to S4 and, within each, of its articles. */
export function allClauses(): Clause[] {
  return [...clauses.values()]
}
