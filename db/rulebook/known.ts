import { refuse } from '../../rules/problem.ts'
import { rulebookOf, type Rulebook } from '../../rules/rulebook/rulebooks.ts'

/** A rulebook of that id. Refuses any other. */
export function knownRulebook(id: string): Rulebook {
  return rulebookOf(id) ?? refuse('rulebook.unknown', { field: 'id' })
}
