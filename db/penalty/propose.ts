import { and, eq, inArray } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { checkProposal, type Proposal } from '../../rules/penalty/penalty.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { resolveRole } from '../person/resolve.ts'
import { termsFor } from '../policy/terms.ts'
import { penalties } from '../schema/appeal.ts'
import { cases, facts } from '../schema/case.ts'
import { person } from '../schema/person.ts'

export interface NewProposal extends Proposal {
  personId: string
  reason: string
  /** The case it is about, and what in it bears the proposal out. */
  aboutCaseId?: string
  evidenceIds?: readonly string[]
  byId: string
  scope: Scope
}

/**
 * Proposes a penalty, a reward or a statement by the case (S2-3.2.1.2 and the like): the clause leaves it to a person,
 * the amount lies within the limit that the policy sets, and the centre's general manager decides.
 */
export async function proposePenalty(
  tx: Tx,
  procedure: Procedure,
  given: NewProposal,
  now: Instant,
): Promise<{ caseId: string; obligations: Obligation[] }> {
  const { personId, reason, ground, kind, amountFen, aboutCaseId, evidenceIds = [], byId, scope } = given
  if (personId === byId) refuse('penalty.ownMatter', { field: 'personId' })
  const [whom] = await tx.select().from(person).where(eq(person.id, personId))
  if (!whom) return refuse('person.notFound', { field: 'personId' })
  const [about] = aboutCaseId ? await tx.select().from(cases).where(eq(cases.id, aboutCaseId)) : []
  if (aboutCaseId && !(about && within(scope, about.regionId))) refuse('case.unknown', { field: 'aboutCaseId' })
  await checkEvidence(tx, aboutCaseId, evidenceIds)
  const { customerId, projectId, regionId = null } = about ?? {}
  const subject = { topic: 'serviceResponse', personId, projectId: projectId ?? undefined }
  const terms = await termsFor(tx, { ...subject, customerId: customerId ?? undefined, at: now })
  if (!terms[ground]) refuse('penalty.noLimit', { field: 'ground' })
  const signedFen = checkProposal(terms, { ground, kind, amountFen })

  const sample = whom.sample
  const parentId = aboutCaseId ?? null
  const held = await openCase(tx, { kind: 'penalty', startedAt: now, terms, regionId, parentId, sample })
  const proposal = { personId, ground, kind, amountFen, reason, evidenceIds: [...evidenceIds] }
  await tx.insert(penalties).values({ caseId: held.id, ...proposal, proposedById: byId, proposedAt: now })
  const data = { ground, kind, amountFen }
  await writeFact(tx, held.id, { kind: 'penaltyProposed', occurredAt: now, byId, data }, now)
  const asked = await resolveRole(tx, { role: 'centreGm', at: now, aboutPersonId: personId, sample })
  await notify(
    tx,
    asked.personIds
      .filter((id) => id !== byId)
      .map((id) => ({
        key: `penalty:${held.id}:proposed`,
        personId: id,
        template: 'penalty.proposed',
        params: { amountFen: signedFen, clause: terms[ground]!.clause },
        caseId: held.id,
      })),
    now,
  )
  return { caseId: held.id, obligations: await proceed(tx, procedure, held, now) }
}

/** The facts named have to be facts of the case named. */
async function checkEvidence(tx: Tx, caseId: string | undefined, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  if (caseId === undefined) return refuse('fact.unknown', { field: 'evidenceIds' })
  const own = await tx
    .select({ id: facts.id })
    .from(facts)
    .where(and(eq(facts.caseId, caseId), inArray(facts.id, [...ids])))
  if (own.length < new Set(ids).size) refuse('fact.unknown', { field: 'evidenceIds' })
}
