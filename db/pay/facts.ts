import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { BonusLine } from '../../rules/pay/ranking.ts'
import type { BonusChange } from '../../rules/pay/rerank.ts'
import type { SpecialRate, TravelDay } from '../../rules/pay/travel.ts'
import type { Span } from '../../rules/report/exposure.ts'
import type { Period } from '../../rules/report/period.ts'
import type { Calendar } from '../../rules/time/calendar.ts'
import type { TermsAt } from '../../rules/window/entry.ts'
import type { GradeSet } from '../../rules/window/payGrade.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import type { Db, Tx } from '../client.ts'
import { roleHoldsWithin } from '../person/grantsAt.ts'
import { facts } from '../schema/case.ts'
import { bonusChanges, bonuses } from '../schema/pay.ts'
import { personRole } from '../schema/person.ts'
import { policyBindings } from '../schema/policy.ts'
import { personFiles } from '../schema/record.ts'
import { termsThrough } from '../window/terms.ts'
import { gradeSets } from './raise.ts'
import { ratesWithin } from './rate.ts'
import { travelIn } from './travelDays.ts'

/** What the pay of people rests on, over a stretch of time. */
export interface PayFacts {
  /** When they were engineers. */
  posts: ReadonlyMap<string, Span[]>
  grades: ReadonlyMap<string, GradeSet[]>
  /** Approved in the stretch, of everybody. */
  bonuses: { half: string; lines: readonly BonusLine[]; at: Instant }[]
  /** Entered in the stretch, of everybody. */
  changes: { half: string; change: BonusChange; at: Instant }[]
  travel: ReadonlyMap<string, TravelDay[]>
  rates: SpecialRate[]
  termsOf: (personId: string) => TermsAt
  calendar: Calendar
}

/** Reads what the pay of people rests on, in as many statements for many people as for one. `now` ends trips that go on. */
export async function payFacts(
  tx: Db | Tx,
  personIds: readonly string[],
  stretch: Pick<Period, 'fromOn' | 'toOn' | 'fromAt' | 'untilAt'>,
  now: Instant,
): Promise<PayFacts> {
  const ids = [...personIds]
  const { fromAt, untilAt, fromOn, toOn } = stretch
  const approved = await tx
    .select({ half: bonuses.half, lines: bonuses.lines, at: bonuses.approvedAt })
    .from(bonuses)
    .where(and(gte(bonuses.approvedAt, fromAt), lt(bonuses.approvedAt, untilAt)))
  const changed = await tx
    .select({ half: bonuses.half, change: bonusChanges })
    .from(bonusChanges)
    .innerJoin(bonuses, eq(bonuses.caseId, bonusChanges.caseId))
    .where(and(gte(bonusChanges.recordedAt, fromAt), lt(bonusChanges.recordedAt, untilAt)))
    .orderBy(bonuses.half, bonusChanges.revision)
  return {
    posts: await postsWithin(tx, ids, fromAt, untilAt),
    grades: await gradesOf(tx, ids),
    bonuses: approved.map(({ half, lines, at }) => ({ half, lines: lines!, at: at! })),
    changes: changed.map(({ half, change }) => ({ half, change, at: change.recordedAt })),
    travel: await travelIn(tx, ids, stretch, now),
    rates: await ratesWithin(tx, fromOn, toOn),
    termsOf: await termsOfPeople(tx, ids, untilAt),
    calendar: await loadCalendar(tx),
  }
}

async function postsWithin(tx: Db | Tx, ids: string[], fromAt: Instant, untilAt: Instant) {
  const rows = await tx
    .select({ personId: personRole.personId, fromAt: personRole.fromAt, toAt: personRole.toAt })
    .from(personRole)
    .where(
      and(
        inArray(personRole.personId, ids),
        eq(personRole.role, 'engineer'),
        roleHoldsWithin(fromAt, untilAt, personRole),
      ),
    )
  return byPerson(rows, (row): Span => row)
}

/** The grades put on record that stand, oldest first. */
async function gradesOf(tx: Db | Tx, ids: string[]): Promise<Map<string, GradeSet[]>> {
  const rows = await tx
    .select({ personId: personFiles.personId, fact: facts })
    .from(personFiles)
    .innerJoin(facts, and(eq(facts.caseId, personFiles.caseId), eq(facts.kind, 'payGradeSet')))
    .where(
      and(
        inArray(personFiles.personId, ids),
        sql`not exists (select from fact later where later.case_id = ${facts.caseId} and later.corrects_id = ${facts.id})`,
      ),
    )
    .orderBy(facts.occurredAt, facts.id)
  const sets = byPerson(rows, ({ fact }) => fact)
  return new Map([...sets].map(([personId, records]) => [personId, gradeSets(records)]))
}

/** Most people have no rulebook of their own, and share what is read once. */
async function termsOfPeople(tx: Db | Tx, ids: string[], until: Instant): Promise<(personId: string) => TermsAt> {
  const bound = await tx
    .selectDistinct({ personId: policyBindings.scopeId })
    .from(policyBindings)
    .where(
      and(
        inArray(policyBindings.topic, ['discipline', 'house']),
        eq(policyBindings.scope, 'person'),
        inArray(policyBindings.scopeId, ids),
      ),
    )
  const shared = await termsThrough(tx, '', until)
  const own = new Map<string, TermsAt>()
  for (const { personId } of bound) own.set(personId!, await termsThrough(tx, personId!, until))
  return (personId) => own.get(personId) ?? shared
}

/** Rows by whose they are, in their order. */
export function byPerson<R extends { personId: string }, T>(rows: readonly R[], pick: (row: R) => T): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const own = found.get(row.personId)
    if (own) own.push(pick(row))
    else found.set(row.personId, [pick(row)])
  }
  return found
}
