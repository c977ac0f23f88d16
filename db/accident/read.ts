import { and, desc, eq, or, sql } from 'drizzle-orm'
import { classOf, type Ground } from '../../rules/accident/grounds.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import type { Db, Tx } from '../client.ts'
import { inScope } from '../case/read.ts'
import { obligationsOf, viewOf } from '../case/view.ts'
import { accidents } from '../schema/accident.ts'
import { cases, facts } from '../schema/case.ts'
import { person } from '../schema/person.ts'

/** Accidents of the caller's regions, and those they are the engineer or the supervisor of. */
const visible = (scope: Scope, personId: string) => {
  const own = or(eq(accidents.engineerId, personId), eq(accidents.supervisorId, personId))
  return or(inScope(scope), own)
}

const columns = {
  id: accidents.caseId,
  state: cases.state,
  regionId: cases.regionId,
  engineerId: accidents.engineerId,
  supervisorId: accidents.supervisorId,
  occurredAt: accidents.occurredAt,
  recordedAt: cases.recordedAt,
  class: accidents.class,
  description: accidents.description,
  sourceCaseId: accidents.sourceCaseId,
}

export interface AccidentFilter {
  scope: Scope
  personId: string
  engineerId?: string
  after?: readonly [Instant, string]
  limit: number
}

/** Accidents the caller may see, the latest first. */
export function listAccidents(db: Db, { scope, personId, engineerId, after, limit }: AccidentFilter) {
  return db
    .select(columns)
    .from(accidents)
    .innerJoin(cases, eq(cases.id, accidents.caseId))
    .where(
      and(
        visible(scope, personId),
        engineerId === undefined ? undefined : eq(accidents.engineerId, engineerId),
        after &&
          sql`(${accidents.occurredAt}, ${accidents.caseId}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]})`,
      ),
    )
    .orderBy(desc(accidents.occurredAt), desc(accidents.caseId))
    .limit(limit)
}

/** An accident with its grounds (what class each gives, by whom, from what), its steps and promises. */
export async function readAccident(tx: Db | Tx, caseId: string, reach?: { scope: Scope; personId: string }) {
  const [row] = await tx
    .select({ row: columns, held: cases })
    .from(accidents)
    .innerJoin(cases, eq(cases.id, accidents.caseId))
    .where(and(eq(accidents.caseId, caseId), reach && visible(reach.scope, reach.personId)))
  if (!row) return refuse('case.unknown', { field: 'id' })
  const view = await viewOf(tx as Tx, row.held)
  const dropped = new Map(
    view.facts.filter((fact) => fact.kind === 'groundDropped').map((fact) => [fact.data.groundId as string, fact]),
  )
  const grounds = view.facts
    .filter((fact) => fact.kind === 'ground')
    .map((fact) => {
      const { ground, source } = fact.data as { ground: Ground; source: string }
      const found = classOf(ground, view.terms)
      const { id, occurredAt, recordedAt, byId } = fact
      const stands = !dropped.has(id)
      return { id, ground, source, occurredAt, recordedAt, byId, stands, ...(found ?? { class: null, clause: null }) }
    })
  const steps = view.facts
    .filter((fact) => STEPS.includes(fact.kind))
    .map(({ id, kind, occurredAt, byId, data }) => ({ id, kind, occurredAt, byId, data }))
  return { ...row.row, grounds, steps, obligations: await obligationsOf(tx as Tx, caseId) }
}

/** What was done about it, in the words of who did. */
const STEPS = ['mobilised', 'attempted', 'fallbackProposed', 'resolved', 'reflected', 'reviewed', 'bulletinSent']

/** The bulletins of all accidents, the latest first: for all service staff to learn from (S0-A-6.2b). */
export function listBulletins(db: Db, readerId: string, after: readonly [Instant, string] | undefined, limit: number) {
  return db
    .select({
      id: facts.id,
      caseId: facts.caseId,
      class: accidents.class,
      sentAt: facts.occurredAt,
      title: sql<string>`${facts.data}->>'title'`,
      body: sql<string>`${facts.data}->>'body'`,
    })
    .from(facts)
    .innerJoin(accidents, eq(accidents.caseId, facts.caseId))
    .innerJoin(cases, eq(cases.id, facts.caseId))
    .innerJoin(person, and(eq(person.id, readerId), sql`${person.sample} is not distinct from ${cases.sample}`))
    .where(
      and(
        eq(facts.kind, 'bulletinSent'),
        after &&
          sql`(${facts.occurredAt}, ${facts.id}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(facts.occurredAt), desc(facts.id))
    .limit(limit)
}
