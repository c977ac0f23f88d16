import { eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import type { Db, Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { projectMember } from '../schema/staffChange.ts'

/**
 * What holds for somebody in a matter at an instant: the company's rulebooks, and those of the projects they work on. A
 * key that two projects' rulebooks both state is read as the project bound last says.
 */
export async function personTerms(db: Db | Tx, topic: string, personId: string, at: Instant): Promise<Terms> {
  const projects = await db
    .select({ id: projectMember.projectId })
    .from(projectMember)
    .where(eq(projectMember.personId, personId))
    .orderBy(projectMember.projectId)
  let terms = await termsFor(db, { topic, at, personId })
  for (const { id } of projects) terms = { ...terms, ...(await termsFor(db, { topic, at, personId, projectId: id })) }
  return terms
}

/** What evaluations and measures of somebody rest on. */
export const evaluationTerms = (db: Db | Tx, personId: string, at: Instant): Promise<Terms> =>
  personTerms(db, 'evaluation', personId, at)
