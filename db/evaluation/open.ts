import { and, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { cite } from '../../rules/evaluation/cite.ts'
import type { Opened } from '../../rules/evaluation/owed.ts'
import { lastPeriod, nameOf, type Stretch } from '../../rules/evaluation/period.ts'
import type { Method, Programme } from '../../rules/evaluation/programme.ts'
import { isHeld, keysOf, programmes } from '../../rules/evaluation/programmes.ts'
import type { Instant } from '../../rules/instant.ts'
import { isBlank, numberOf, settingOf, type Terms } from '../../rules/policy/parameter.ts'
import { owesReport } from '../../rules/report/exposure.ts'
import type { Role } from '../../rules/roles.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Db, Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { resolveRole } from '../person/resolve.ts'
import { roleHoldsAt } from '../person/grantsAt.ts'
import { evaluations } from '../schema/evaluation.ts'
import { absence, awayKinds, person, personRegion, personRole } from '../schema/person.ts'
import { evaluationTerms } from './terms.ts'

/**
 * Opens the regular evaluations of the period that was over last at `at` (S1-5.3.3: a quarter), one for each person whom a
 * rulebook with a stated interval binds and who worked in it in a role that it evaluates. What stands is left. Returns
 * the cases opened.
 */
export async function openEvaluations(db: Db, procedure: Procedure, at: Instant, now: Instant): Promise<string[]> {
  const people = await db
    .selectDistinct({ id: person.id })
    .from(person)
    .innerJoin(personRole, eq(personRole.personId, person.id))
    .where(and(eq(person.active, true), isNull(person.sample), eq(person.kind, 'staff'), lt(personRole.fromAt, now)))
  const opened: string[] = []
  for (const { id } of people) opened.push(...(await openFor(db, procedure, id, at, now)))
  return opened
}

async function openFor(db: Db, procedure: Procedure, personId: string, at: Instant, now: Instant): Promise<string[]> {
  const known = await evaluationTerms(db, personId, at)
  const due = programmes.filter(({ id }) => {
    const months = known && keysOf(id).months
    return months && !isBlank(known, months) && numberOf(known, months) > 0
  })
  const opened: string[] = []
  for (const programme of due) {
    const period = lastPeriod(numberOf(known, keysOf(programme.id).months), at)
    const [there] = await db
      .select()
      .from(evaluations)
      .where(eq(evaluations.key, keyOf(programme, 'regular', period, personId)))
    const { subjects: key } = keysOf(programme.id)
    // No post named: nobody is evaluated.
    const subjects = isBlank(known, key) ? [] : settingOf<readonly Role[]>(known, key)
    if (there || !(await worked(db, personId, period, subjects))) continue
    // The terms are those of the moment the evaluation was to be opened at, however late it is.
    const terms = await evaluationTerms(db, personId, period.untilAt)
    if (!isHeld(terms, programme.id)) continue
    const made = await db.transaction((tx) =>
      openOne(tx, procedure, { programme, method: 'regular', period, personId, terms, startedAt: period.untilAt }, now),
    )
    if (made) opened.push(made)
  }
  return opened
}

/** Whether somebody worked in the period, by roles and leave: who was away throughout, or has left, isn't evaluated. */
async function worked(db: Db, personId: string, period: Stretch, subjects: readonly Role[]): Promise<boolean> {
  const roles = await db
    .select()
    .from(personRole)
    .where(and(eq(personRole.personId, personId), inArray(personRole.role, [...subjects])))
  const away = await db
    .select()
    .from(absence)
    .where(
      and(
        eq(absence.personId, personId),
        lt(absence.fromAt, period.untilAt),
        or(isNull(absence.toAt), gt(absence.toAt, period.fromAt)),
      ),
    )
  const leave = away.filter(({ kind }) => awayKinds.some((one) => one === kind))
  const named = { rhythm: 'monthly' as const, key: nameOf(period), ...period }
  return owesReport(named, null, { roles, leave }, await loadCalendar(db), 'notOwed')
}

export interface NewEvaluation {
  programme: Programme
  method: Method
  period: Stretch
  personId: string
  terms: Terms
  startedAt: Instant
  occasion?: string
  byId?: string
}

const keyOf = (programme: Pick<Programme, 'id'>, method: Method, period: Stretch, personId: string) =>
  [programme.id, method, nameOf(period), personId].join(':')

/** Opens one evaluation and tells its assessors; undefined where it stands already. */
export async function openOne(
  tx: Tx,
  procedure: Procedure,
  { programme, method, period, personId, terms, startedAt, occasion, byId }: NewEvaluation,
  now: Instant,
): Promise<string | undefined> {
  const [one] = await tx.select().from(person).where(eq(person.id, personId)).for('no key update')
  const key = keyOf(programme, method, period, personId)
  const [there] = await tx.select().from(evaluations).where(eq(evaluations.key, key))
  if (there) return undefined
  const assessorRole = await assessorOf(tx, programme, personId, terms, now)
  const regions = await tx.select().from(personRegion).where(eq(personRegion.personId, personId))
  const regionId = regions.length === 1 ? regions[0]!.regionId : null
  const held = await openCase(tx, { kind: 'evaluation', startedAt, terms, regionId, sample: one!.sample })
  const { fromOn, toOn } = period
  await tx.insert(evaluations).values({
    caseId: held.id,
    key,
    programme: programme.id,
    method,
    fromOn,
    toOn,
    personId,
    assessorRole,
    occasion,
    openedById: byId,
  })
  const data: Opened = { programme: programme.id, method, fromOn, toOn, assessorRole }
  await writeFact(tx, held.id, { kind: 'opened', occurredAt: startedAt, byId, data: { ...data } }, now)
  await proceed(tx, procedure, held, now)
  const asked = await resolveRole(tx, { role: assessorRole, at: now, aboutPersonId: personId, sample: one!.sample })
  const params = { programme: programme.id, fromOn, toOn, clause: cite(terms, programme.id, programme.clause).clause }
  await notify(
    tx,
    asked.personIds.map((to) => ({
      key: `evaluation:${held.id}:opened`,
      personId: to,
      template: 'evaluation.opened',
      params,
      caseId: held.id,
    })),
    now,
  )
  return held.id
}

/** Who assesses: the role that the rulebook names, or the general manager where it names none or the person's own. */
async function assessorOf(tx: Tx, { id }: Programme, personId: string, terms: Terms, at: Instant): Promise<Role> {
  const { assessor } = keysOf(id)
  const role = isBlank(terms, assessor) ? 'companyGm' : settingOf<Role>(terms, assessor)
  const [own] = await tx
    .select({ id: personRole.id })
    .from(personRole)
    .where(and(eq(personRole.personId, personId), eq(personRole.role, role), roleHoldsAt(at, personRole)))
  return own ? 'companyGm' : role
}
