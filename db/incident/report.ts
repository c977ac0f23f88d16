import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { ReportRole } from '../../rules/incident/incident.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import type { Tx } from '../client.ts'
import type { Case } from '../case/lock.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import { notify } from '../notification/notify.ts'
import { incidentReports } from '../schema/incident.ts'
import { notifications } from '../schema/notification.ts'
import { person } from '../schema/person.ts'
import { findIncident, type Actor, type Incident } from './find.ts'
import { answerersOf } from './posts.ts'

export interface Submission {
  caseId: string
  /** Both left out: the latest text again, to whom it has not reached. */
  subject?: string
  body?: string
  /** Left out: everybody it is still owed to and not on its way to. */
  roles?: readonly ReportRole[]
}

export interface Submitted {
  reportId: string
  /** Each person it was queued for, with the roles they have in this. */
  mailed: { personId: string; roles: Role[] }[]
  /** Roles whose people have no mailbox, or that nobody holds. */
  unreachable: Role[]
  obligations: Obligation[]
}

/**
 * Submits the written report to the outbox (S2-3.3.5b), which mails it at once: one mail per person. Nothing is settled
 * by this; a recipient's row is when the mail server took the mail. Refuses when it is on its way to all already.
 */
export async function submitReport(
  tx: Tx,
  procedure: Procedure,
  given: Submission & Actor,
  now: Instant,
): Promise<Submitted> {
  const { held, rows, incident } = await findIncident(tx, given.caseId, given)
  const open = rows
    .filter((row) => row.promise === 'report' && row.work === 'open')
    .map((row) => row.recipientRole as Role)
  if (!given.roles && open.length === 0) refuse('case.settledAlready')
  const waiting = given.roles ? [] : await rolesOnTheWay(tx, held.id)
  const roles: readonly Role[] = given.roles ?? open.filter((role) => !waiting.includes(role))
  if (roles.length === 0) refuse('incident.reportOnItsWay')
  const reportId = await textOf(tx, given, now)
  const { told, mailed, unreachable } = await peopleOf(tx, held, incident, roles, now)
  if (mailed.length === 0) refuse('incident.nobodyToMail', { field: 'roles', clause: 'S2-3.3.5b' })
  const fact = { kind: 'reportSubmitted', occurredAt: now, byId: given.byId, data: { reportId, roles } }
  const submittedId = await writeFact(tx, held.id, fact, now)
  const notices = told.map((to) => ({
    key: `incident.report:${submittedId}`,
    personId: to.personId,
    template: 'incident.report' as const,
    params: { reportId, roles: to.roles },
    caseId: held.id,
  }))
  await notify(tx, notices, now)
  return { reportId, mailed, unreachable, obligations: await proceed(tx, procedure, held, now) }
}

/** Roles that a mail of this incident waits in the outbox for. */
async function rolesOnTheWay(tx: Tx, caseId: string): Promise<Role[]> {
  const rows = await tx
    .select({ params: notifications.params })
    .from(notifications)
    .where(
      and(
        eq(notifications.caseId, caseId),
        eq(notifications.template, 'incident.report'),
        eq(notifications.channel, 'email'),
        isNull(notifications.deliveredAt),
        isNull(notifications.failedAt),
      ),
    )
  return rows.flatMap((row) => row.params.roles as Role[])
}

/** The text to be sent: a new version, or the latest. */
async function textOf(tx: Tx, { caseId, subject, body, byId }: Submission & Actor, now: Instant): Promise<string> {
  const [latest] = await tx
    .select()
    .from(incidentReports)
    .where(eq(incidentReports.caseId, caseId))
    .orderBy(desc(incidentReports.version))
    .limit(1)
  if (subject === undefined && body === undefined && latest) return latest.id
  const text = { subject: subject ?? latest?.subject, body: body ?? latest?.body }
  if (!text.subject || !text.body) refuse('incident.reportEmpty', { field: text.subject ? 'body' : 'subject' })
  const version = (latest?.version ?? 0) + 1
  const [row] = await tx
    .insert(incidentReports)
    .values({ caseId, version, authorId: byId, subject: text.subject, body: text.body, createdAt: now })
    .returning({ id: incidentReports.id })
  return row!.id
}

/** Whom the roles come to, each person once, and who of them has a mailbox. The first to know is not told. */
async function peopleOf(tx: Tx, held: Case, incident: Incident, roles: readonly Role[], now: Instant) {
  const rolesByPerson = new Map<string, Role[]>()
  for (const role of roles) {
    const { personIds } = await answerersOf(tx, held, role, now)
    for (const personId of personIds)
      if (personId !== incident.knowerId) rolesByPerson.set(personId, [...(rolesByPerson.get(personId) ?? []), role])
  }
  const told = [...rolesByPerson].map(([personId, theirs]) => ({ personId, roles: theirs }))
  const found = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(inArray(person.id, [...rolesByPerson.keys()]), isNotNull(person.email)))
  const withMailbox = new Set(found.map((row) => row.id))
  const mailed = told.filter((one) => withMailbox.has(one.personId))
  const reachable = new Set(mailed.flatMap((one) => one.roles))
  return { told, mailed, unreachable: roles.filter((role) => !reachable.has(role)) }
}
