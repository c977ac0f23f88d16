import type { Procedure } from '../rules/case.ts'
import { owedBy } from '../rules/owed.ts'
import * as stories from '../workflows/stories.ts'

/** Every procedure as the verbs need it: the story of the workflow room, the promises of the rules room. */
export const procedures = Object.fromEntries(
  Object.entries(stories).map(([kind, story]): [string, Procedure] => [kind, { kind, story, owed: owedBy[kind]! }]),
) as Record<keyof typeof stories, Procedure>
