import { and, asc, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { MINUTE, type Instant, type LocalDate } from '../../rules/instant.ts'
import { settingOf, type Terms } from '../../rules/policy/parameter.ts'
import type { Role } from '../../rules/roles.ts'
import { addMonths, localDate } from '../../rules/time/local.ts'
import { monthlyLeast, monthSpan } from '../../rules/watch/training.ts'
import type { Watched } from '../../rules/watch/watched.ts'
import type { Db } from '../client.ts'
import { personTerms } from '../evaluation/terms.ts'
import { termsFor } from '../policy/terms.ts'
import { standingRecords } from '../record/read.ts'
import { onSide } from '../sample/side.ts'
import { uncorrected } from '../case/uncorrected.ts'
import { facts } from '../schema/case.ts'
import { absence, awayKinds, heldRole, person, personRegion, region } from '../schema/person.ts'
import { personFiles } from '../schema/record.ts'
import type { PostFilter } from '../window/people.ts'
import type { WatchedSubject } from './people.ts'

/**
 * The month before and the one that runs: what was missed, and what can still be done. House rule: a month before the first
 * such record of anybody is not looked at, since nothing was kept then.
 */
async function monthsShown(db: Db, kind: 'trained' | 'jointTraining', now: Instant): Promise<LocalDate[]> {
  const [first] = await db
    .select({ at: facts.occurredAt })
    .from(facts)
    .innerJoin(personFiles, eq(personFiles.caseId, facts.caseId))
    .where(eq(facts.kind, kind))
    .orderBy(asc(facts.occurredAt))
    .limit(1)
  const before = addMonths(`${localDate(now).slice(0, 7)}-01`, -1)
  return first && first.at <= monthSpan(before).untilAt ? [before, localDate(now)] : [localDate(now)]
}

/** Somebody's training, month by month, as far as they held a post of technical service staff in it (S2-4.4.3a). */
export async function trainingOf(db: Db, personId: string, now: Instant): Promise<Watched[]> {
  const found: Watched[] = []
  for (const on of await monthsShown(db, 'trained', now)) {
    const { fromAt, untilAt } = monthSpan(on)
    const terms = await personTerms(db, 'watch', personId, fromAt)
    if (!('watch.training' in terms) || !(await inPost(db, personId, rolesOf(terms), { fromAt, untilAt }))) continue
    const counted = (await standingRecords(db, personId))
      .filter(({ kind }) => kind === 'trained')
      .map(({ occurredAt, data }) => ({ at: occurredAt, amount: Number(data['minutes']) * MINUTE }))
    const isIdle = await awayAllOf(db, personId, { fromAt, untilAt })
    const one = monthlyLeast('watch.training', { counted, isIdle }, on, terms, now)
    if (one) found.push(one)
  }
  return found
}

/** The joint trainings of provinces: a region of the register stands for each (S2-4.4.3b); in the order of their ids. */
export async function watchedRegions(db: Db, filter: PostFilter, now: Instant): Promise<WatchedSubject[]> {
  const found: WatchedSubject[] = []
  const months = await monthsShown(db, 'jointTraining', now)
  for (const { id, name } of await regionsIn(db, filter)) {
    const watched: Watched[] = []
    for (const on of months) {
      const span = monthSpan(on)
      const terms = await termsFor(db, { topic: 'watch', at: span.fromAt })
      if (!('watch.joint' in terms)) continue
      const counted = await jointIn(db, id, span)
      const isIdle = !(await worksIn(db, id, rolesOf(terms), span))
      const one = monthlyLeast('watch.joint', { counted, isIdle }, on, terms, now)
      if (one) watched.push(one)
    }
    found.push({ id, name, watched })
  }
  return found
}

interface Span {
  fromAt: Instant
  untilAt: Instant
}

const rolesOf = (terms: Terms): Role[] => settingOf<Role[]>(terms, 'watch.trainingOf')

/** A post held at any time of the span. */
const held = (roles: readonly Role[], { fromAt, untilAt }: Span) =>
  and(
    inArray(heldRole.role, [...roles]),
    lte(heldRole.fromAt, untilAt),
    or(isNull(heldRole.toAt), gt(heldRole.toAt, fromAt)),
  )

async function inPost(db: Db, personId: string, roles: readonly Role[], span: Span): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(heldRole)
    .where(and(eq(heldRole.personId, personId), held(roles, span)))
    .limit(1)
  return rows.length > 0
}

/** Whether anybody who works there held such a post. */
async function worksIn(db: Db, regionId: string, roles: readonly Role[], span: Span): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(heldRole)
    .innerJoin(person, and(eq(person.id, heldRole.personId), eq(person.active, true)))
    .innerJoin(personRegion, and(eq(personRegion.personId, person.id), eq(personRegion.regionId, regionId)))
    .where(held(roles, span))
    .limit(1)
  return rows.length > 0
}

/** Whether leaves cover the whole of the span, one after the other. */
async function awayAllOf(db: Db, personId: string, { fromAt, untilAt }: Span): Promise<boolean> {
  const rows = await db
    .select({ fromAt: absence.fromAt, toAt: absence.toAt })
    .from(absence)
    .where(and(eq(absence.personId, personId), inArray(absence.kind, [...awayKinds]), lte(absence.fromAt, untilAt)))
    .orderBy(asc(absence.fromAt))
  let covered = fromAt
  for (const row of rows) if (row.fromAt <= covered) covered = Math.max(covered, row.toAt ?? Infinity)
  return covered > untilAt
}

/** The joint trainings on record for a region, corrections taken into account. */
async function jointIn(db: Db, regionId: string, { fromAt, untilAt }: Span) {
  const rows = await db
    .select({ at: facts.occurredAt })
    .from(facts)
    .innerJoin(personFiles, eq(personFiles.caseId, facts.caseId))
    .where(
      and(
        eq(facts.kind, 'jointTraining'),
        sql`${facts.data}->>'regionId' = ${regionId}`,
        gte(facts.occurredAt, fromAt),
        lte(facts.occurredAt, untilAt),
        uncorrected,
      ),
    )
  return rows.map(({ at }) => ({ at, amount: 1 }))
}

function regionsIn(db: Db, { scope, after, limit }: PostFilter) {
  if (scope === 'own') return []
  return db
    .select({ id: region.id, name: region.name })
    .from(region)
    .where(
      and(
        scope === 'all' ? onSide(region.sample, 'house') : inArray(region.id, [...scope]),
        after === undefined ? undefined : gt(region.id, after),
      ),
    )
    .orderBy(asc(region.id))
    .limit(limit)
}
