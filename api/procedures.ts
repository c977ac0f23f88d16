import type { Procedure } from '../rules/case.ts'
import { owedBy } from '../rules/owed.ts'
import * as stories from '../workflows/stories.ts'

/** Every procedure as the verbs need it: the story of the workflow room, the promises of the rules room. */
export const procedures = Object.fromEntries(
  Object.entries(stories).map(([kind, story]): [string, Procedure] => [kind, { kind, story, owed: owedBy[kind]! }]),
) as Record<keyof typeof stories, Procedure>

/** The procedure of a kind. Throws for a kind that no story is told of. */
export function procedureOf(kind: string): Procedure {
  const procedure = (procedures as Record<string, Procedure>)[kind]
  if (!procedure) throw new Error(`no story of ${kind}`)
  return procedure
}
