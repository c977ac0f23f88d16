import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { facts } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { entriesAbout, type Entry } from './enter.ts'

/** Facts by which somebody finds something against a person: who recorded one imposed what rests on it. */
const FINDINGS = [
  'penaltyProposed',
  'measureProposed',
  'ground',
  'examTaken',
  'signatureDecided',
  'signatureForged',
  'attendanceRecorded',
  'contractReport',
] as const

/**
 * Who of these people may not decide on an entry: the person concerned, who imposed, proposed or confirmed it or found
 * what it rests on, and one whose own penalty hangs on it.
 */
export async function partialAmong(tx: Tx, entry: Entry, ids: readonly string[]): Promise<Set<string>> {
  const partial = await concernedAmong(tx, entry, ids)
  if (ids.length === 0) return partial
  for (const about of (await entriesAbout(tx, [entry.id])).get(entry.id)!)
    if (about.kind === 'confirmation' && about.byId) partial.add(about.byId)
  for (const byId of await foundBy(tx, entry)) partial.add(byId)
  return partial
}

/**
 * Who of these people an entry concerns: the person themselves, who imposed it, and one whose own penalty hangs on it: an
 * entry of the same case or of one that its evidence comes from, of the same evidence, or that rests on this one.
 */
export async function concernedAmong(tx: Tx, entry: Entry, ids: readonly string[]): Promise<Set<string>> {
  const concerned = new Set(ids.filter((id) => id === entry.personId || id === entry.byId))
  if (ids.length === 0) return concerned
  const evidence = sql.param([...entry.evidenceIds, entry.id])
  const hanging = await tx
    .selectDistinct({ personId: consequences.personId })
    .from(consequences)
    .where(
      and(
        inArray(consequences.personId, [...ids]),
        isNull(consequences.aboutId),
        ne(consequences.id, entry.id),
        or(
          inArray(consequences.caseId, [entry.caseId, ...(await casesOf(tx, entry.evidenceIds))]),
          sql`${consequences.evidenceIds} ?| ${evidence}::text[]`,
        ),
      ),
    )
  for (const { personId } of hanging) concerned.add(personId!)
  return concerned
}

/** Who found what an entry rests on; whether a signature is missing is found beside the engineer's word that it is. */
async function foundBy(tx: Tx, { caseId, evidenceIds, arithmetic }: Entry): Promise<string[]> {
  const unsigned = arithmetic.rule === 'signature' ? [eq(facts.caseId, caseId)] : []
  const rests = evidenceIds.length === 0 ? [] : [inArray(facts.id, evidenceIds)]
  const where = or(...rests, ...unsigned)
  if (!where) return []
  const found = await tx
    .selectDistinct({ byId: facts.byId })
    .from(facts)
    .where(and(where, inArray(facts.kind, [...FINDINGS])))
  return found.flatMap(({ byId }) => byId ?? [])
}

/** The cases that evidence comes from; a person's file is their own, and nobody else's penalty hangs on it. */
async function casesOf(tx: Tx, factIds: readonly string[]): Promise<string[]> {
  if (factIds.length === 0) return []
  const rows = await tx
    .selectDistinct({ caseId: facts.caseId })
    .from(facts)
    .where(inArray(facts.id, [...factIds]))
  return rows.map(({ caseId }) => caseId)
}

/** Refuses a decision by somebody who is not impartial. @throws Refusal `consequence.concerned` */
export async function checkImpartial(tx: Tx, entry: Entry, byId: string): Promise<void> {
  if ((await partialAmong(tx, entry, [byId])).has(byId)) refuse('consequence.concerned')
}
