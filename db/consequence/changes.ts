import { and, asc, gt, inArray, notInArray, or } from 'drizzle-orm'
import type { Change } from '../../rules/consequence/change.ts'
import type { Tx } from '../client.ts'
import { facts } from '../schema/case.ts'
import type { Entry } from './enter.ts'

/** What is said in a case about the grounds of an entry after it was made. */
const TURNS = ['ground', 'groundDropped', 'waived', 'causeDecided'] as const

/** An entry that takes another's place, as far as it tells that. */
interface Made {
  personId?: string
  clause: string
  amountFen: number
  evidenceIds: readonly string[]
}

/**
 * Why an entry no longer follows: the facts that became known since it was made. Of `known` (all that its rule looks at)
 * the later ones, corrections of its evidence, and what was found about its grounds. And what is entered in its place:
 * of `made` those of the same person under its clause or on its evidence. Nothing, where a rulebook changed.
 */
export async function changeBehind(
  tx: Tx,
  entry: Entry,
  known: readonly string[],
  made: readonly Made[],
): Promise<{ arithmetic: Change; evidenceIds: string[] }> {
  const instead = made
    .filter(({ personId = entry.personId }) => personId === entry.personId)
    .filter((one) => one.clause === entry.clause || one.evidenceIds.some((id) => entry.evidenceIds.includes(id)))
    .map(({ clause, amountFen }) => ({ clause, amountFen }))
  const later = known.length === 0 ? undefined : inArray(facts.id, [...known])
  const own = entry.evidenceIds.length === 0 ? undefined : entry.evidenceIds
  const cases = own && tx.select({ caseId: facts.caseId }).from(facts).where(inArray(facts.id, own))
  if (!later && !own) return { arithmetic: { changedAt: [], instead }, evidenceIds: [] }
  const since = gt(facts.recordedAt, entry.recordedAt)
  const rows = await tx
    .select({ id: facts.id, at: facts.occurredAt })
    .from(facts)
    .where(
      or(
        later && and(later, since, own && notInArray(facts.id, own)),
        own && inArray(facts.correctsId, own),
        cases && and(inArray(facts.caseId, cases), inArray(facts.kind, [...TURNS]), since),
      ),
    )
    .orderBy(asc(facts.recordedAt), asc(facts.id))
  return { arithmetic: { changedAt: rows.map(({ at }) => at), instead }, evidenceIds: rows.map(({ id }) => id) }
}
