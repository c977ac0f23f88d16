import { and, desc, eq, sql } from 'drizzle-orm'
import { causesOf, causeUntil, entryState, type Cause } from '../../rules/consequence/entry.ts'
import type { Instant } from '../../rules/instant.ts'
import { numberOf } from '../../rules/policy/parameter.ts'
import { Refusal, refuse, type ProblemCode, type ProblemParams } from '../../rules/problem.ts'
import { appealUntil } from '../appeal/file.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import type { Tx } from '../client.ts'
import { appeals } from '../schema/appeal.ts'
import { cases, facts } from '../schema/case.ts'
import { consequenceSeen } from '../schema/consequence.ts'
import { entryById, standingFen, type Entry } from './enter.ts'
import { partialAmong } from './impartial.ts'

/** Why something can't be done about an entry now, by the same code that the deed would be refused with. */
export interface Obstacle {
  code: ProblemCode
  params?: ProblemParams
}

/** What can be done about an entry by somebody, and why not. Null: nothing stands in the way. */
export interface Options {
  /** What still stands of it, in fen. */
  standingFen: number
  claim: { cause: Cause; note: string; at: Instant } | null
  cause: Obstacle | null
  /** What may be given as the cause. */
  causes: Cause[]
  /** The last second for giving a cause; null until the person has seen the entry, or where there is nothing to say. */
  causeUntil: Instant | null
  appeal: Obstacle | null
  appealUntil: Instant | null
  appealId: string | null
  decide: Obstacle | null
  waive: Obstacle | null
  /** Handing it over to who never opened it. */
  handOver: Obstacle | null
}

/** What `byId` can do about an entry now. The deeds check it again, under lock. @throws Refusal of an unknown entry */
export async function optionsFor(tx: Tx, id: string, byId: string): Promise<Options> {
  const found = (await entryById(tx, id)) ?? refuse('consequence.unknown', { field: 'id' })
  const { entry, about } = found
  const [held] = await tx.select({ terms: cases.terms }).from(cases).where(eq(cases.id, entry.caseId))
  const [seen] = await tx.select().from(consequenceSeen).where(eq(consequenceSeen.consequenceId, id))
  const [filed] = await tx.select({ id: appeals.caseId }).from(appeals).where(eq(appeals.consequenceId, id))
  const claim = await lastClaim(tx, entry)
  const settled = open(entry, about)
  const partial = (await partialAmong(tx, entry, [byId])).has(byId)
  const impartial: Obstacle | null = partial ? { code: 'consequence.concerned' } : null
  const mine = entry.personId === byId
  const appeal = mine
    ? filed
      ? { obstacle: { code: 'appeal.already' as const }, until: null }
      : await termOf(() => appealUntil(tx, found, held!.terms))
    : { obstacle: { code: 'appeal.notYours' as const }, until: null }
  return {
    standingFen: standingFen(entry, about),
    claim,
    cause: settled ?? (mine ? null : { code: 'consequence.notYours' }),
    causes: causesOf(entry.clause),
    causeUntil:
      settled || claim || !seen
        ? null
        : causeUntil(await loadCalendar(tx), seen.seenAt, numberOf(held!.terms, 'consequence.confirmAfter')),
    appeal: appeal.obstacle,
    appealUntil: appeal.until,
    appealId: filed?.id ?? null,
    decide: settled ?? impartial ?? (claim ? null : { code: 'consequence.noCause' }),
    waive: settled ?? impartial,
    handOver: settled ?? (mine ? { code: 'consequence.concerned' } : seen ? { code: 'consequence.seenAlready' } : null),
  }
}

/** An entry that is itself about another, is decided, or is the general manager's to decide leaves nothing to say. */
function open(entry: Entry, about: readonly Entry[]): Obstacle | null {
  if (entry.aboutId !== null) return { code: 'consequence.unknown' }
  if (entryState(about) !== 'provisional') return { code: 'consequence.settled' }
  return entry.kind === 'recommendation' ? { code: 'recommendation.forGm' } : null
}

async function lastClaim(tx: Tx, entry: Entry): Promise<Options['claim']> {
  const [row] = await tx
    .select()
    .from(facts)
    .where(
      and(
        eq(facts.caseId, entry.caseId),
        eq(facts.kind, 'causeClaimed'),
        sql`${facts.data}->>'consequenceId' = ${entry.id}`,
      ),
    )
    .orderBy(desc(facts.id))
    .limit(1)
  return row ? { cause: row.data.cause as Cause, note: String(row.data.note), at: row.occurredAt } : null
}

async function termOf(ask: () => Promise<Instant>): Promise<{ obstacle: Obstacle | null; until: Instant | null }> {
  try {
    return { obstacle: null, until: await ask() }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { obstacle: { code: error.code, params: error.details.params }, until: null }
  }
}
