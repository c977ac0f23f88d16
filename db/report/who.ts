import { and, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import { settingOf, type Terms } from '../../rules/policy/parameter.ts'
import { owesReport, type RestPeriod, type Span } from '../../rules/report/exposure.ts'
import { formOf, type FormName } from '../../rules/report/forms.ts'
import { dueOf, isAsked, isAskedOf, rhythmOf } from '../../rules/report/owed.ts'
import type { Period } from '../../rules/report/period.ts'
import type { Role } from '../../rules/roles.ts'
import type { Calendar } from '../../rules/time/calendar.ts'
import type { Tx } from '../client.ts'
import { absence, awayKinds, heldRole, person, substitution } from '../schema/person.ts'

/** Somebody who held a role in a period. */
export interface Holder {
  personId: string
  regionId: string | null
  roles: (Span & { granted: Role })[]
  leave: Span[]
}

/** Those who held a role of a form at any time of the period, with when they held it and when they were on leave. */
export async function holdersOf(tx: Tx, form: FormName, { fromAt, untilAt }: Period): Promise<Holder[]> {
  const held = await tx
    .select({
      personId: heldRole.personId,
      regionId: heldRole.regionId,
      granted: heldRole.granted,
      fromAt: heldRole.fromAt,
      toAt: heldRole.toAt,
    })
    .from(heldRole)
    .innerJoin(person, eq(person.id, heldRole.personId))
    .where(
      and(
        inArray(heldRole.role, [...formOf(form).by]),
        lt(heldRole.fromAt, untilAt),
        or(isNull(heldRole.toAt), gt(heldRole.toAt, fromAt)),
        eq(person.active, true),
        isNull(person.sample),
      ),
    )
    .orderBy(heldRole.personId, heldRole.fromAt)
  const ids = [...new Set(held.map(({ personId }) => personId))]
  const away =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(absence)
          .where(
            and(
              inArray(absence.personId, ids),
              inArray(absence.kind, [...awayKinds]),
              lt(absence.fromAt, untilAt),
              or(isNull(absence.toAt), gt(absence.toAt, fromAt)),
            ),
          )
  return ids.map((personId) => {
    const roles = held.filter((role) => role.personId === personId)
    return {
      personId,
      roles,
      regionId: roles.at(-1)!.regionId,
      leave: away.filter((one) => one.personId === personId),
    }
  })
}

/** Whether somebody owes the form. A day of rest asks for no daily report: there is no work to tell of. */
export function owes(form: FormName, period: Period, holder: Holder, terms: Terms, calendar: Calendar): boolean {
  const due = dueOf(form, terms, period)
  const dueAt = due.kind === 'by' ? due.at : null
  const rest = period.rhythm === 'daily' ? 'notOwed' : settingOf<RestPeriod>(terms, 'report.restPeriod')
  const roles = holder.roles.filter(({ granted }) => isAskedOf(form, terms, granted))
  return owesReport(period, dueAt, { ...holder, roles }, calendar, rest)
}

export interface Owing {
  authorId: string | null
  regionId: string | null
  terms: Terms
}

export interface Asking {
  form: FormName
  period: Period
  holders: readonly Holder[]
  standIns: readonly string[]
  /** The terms of those who were asked before. */
  termsOf: ReadonlyMap<string | null, Terms>
  /** The terms of everybody else. */
  termsFor: (personId: string) => Promise<Terms>
  calendar: Calendar
}

/** Who owes the form: those who worked; for a department's report, else a substitute by dated grant, else the unit. */
export async function owingOf(asking: Asking): Promise<Owing[]> {
  const { form, period, holders, standIns, termsOf, termsFor, calendar } = asking
  const owing: Owing[] = []
  const away: Owing[] = []
  for (const holder of holders) {
    const { personId, regionId } = holder
    const terms = termsOf.get(personId) ?? (await termsFor(personId))
    if (!isAsked(terms, form) || rhythmOf(form, terms) !== period.rhythm) continue
    const one = { authorId: personId, regionId, terms }
    if (owes(form, period, holder, terms, calendar)) owing.push(one)
    else away.push(one)
  }
  if (owing.length > 0 || away.length === 0 || formOf(form).about === 'own') return owing
  return [{ ...away[0]!, authorId: standIns[0] ?? null }]
}

/** Who stands in for holders of a department's role in the period by a dated grant, the first asked first. */
export async function standInsOf(tx: Tx, form: FormName, { fromAt, untilAt }: Period, holders: readonly Holder[]) {
  if (holders.length === 0 || formOf(form).about === 'own') return []
  const lent = [...formOf(form).by, ...holders.flatMap(({ roles }) => roles.map(({ granted }) => granted))]
  const granted = await tx
    .select({ personId: substitution.toPersonId })
    .from(substitution)
    .innerJoin(person, and(eq(person.id, substitution.toPersonId), eq(person.active, true)))
    .where(
      and(
        inArray(
          substitution.fromPersonId,
          holders.map(({ personId }) => personId),
        ),
        inArray(substitution.role, lent),
        lt(substitution.fromAt, untilAt),
        gt(substitution.toAt, fromAt),
      ),
    )
    .orderBy(substitution.rank, substitution.id)
  return granted.map(({ personId }) => personId)
}
