import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import { all, type CaseView } from '../../rules/case.ts'
import { wholeOf } from '../../rules/incident/whole.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import type { Db, Tx } from '../client.ts'
import { inScope } from '../case/read.ts'
import { obligationsOf, type Obligation } from '../case/view.ts'
import { cases, facts } from '../schema/case.ts'
import { whomToRing, type Ringable } from './posts.ts'
import { incidentReports, incidents } from '../schema/incident.ts'
import { notifications } from '../schema/notification.ts'

/** Incidents of the caller's regions, and those they know of or recorded themselves. */
const visible = (scope: Scope, personId: string) => {
  const own = or(eq(incidents.knowerId, personId), eq(incidents.recorderId, personId))
  return or(inScope(scope), own)
}

const columns = {
  id: cases.id,
  state: cases.state,
  regionId: cases.regionId,
  customerId: cases.customerId,
  projectId: cases.projectId,
  knownAt: cases.startedAt,
  recordedAt: facts.recordedAt,
  endedAt: cases.endedAt,
  knowerId: incidents.knowerId,
  recorderId: incidents.recorderId,
  title: incidents.title,
  description: incidents.description,
  flags: incidents.flags,
  mergedIntoId: incidents.mergedIntoId,
}

const selected = (db: Db | Tx) =>
  db
    .select(columns)
    .from(incidents)
    .innerJoin(cases, eq(cases.id, incidents.caseId))
    .innerJoin(facts, and(eq(facts.caseId, cases.id), eq(facts.kind, 'known'), isNull(facts.correctsId)))

/** The row of an incident in lists. */
export type IncidentRow = Awaited<ReturnType<typeof selected>>[number]

export interface IncidentFilter {
  scope: Scope
  personId: string
  state?: string
  after?: readonly [Instant, string]
  limit: number
}

/** Incidents the caller may see, the one known of last first. */
export function listIncidents(db: Db, filter: IncidentFilter): Promise<IncidentRow[]> {
  const { scope, personId, state, after, limit } = filter
  const older = after && or(lt(cases.startedAt, after[0]), and(eq(cases.startedAt, after[0]), lt(cases.id, after[1])))
  return selected(db)
    .where(and(visible(scope, personId), state ? eq(cases.state, state) : undefined, older))
    .orderBy(desc(cases.startedAt), desc(cases.id))
    .limit(limit)
}

/** Refuses an incident outside the caller's regions that is not their own either. */
export async function checkVisible(tx: Tx | Db, caseId: string, scope: Scope, personId: string): Promise<void> {
  const [row] = await tx
    .select({ id: cases.id })
    .from(incidents)
    .innerJoin(cases, eq(cases.id, incidents.caseId))
    .where(and(eq(cases.id, caseId), visible(scope, personId)))
  if (!row) refuse('case.unknown', { field: 'id' })
}

/**
 * An incident with how it stands: each call with the time it took, each recipient of the report, the whole of both. With `at`
 * also whom to ring then, for calls that are still to be made.
 */
export async function readIncident(tx: Tx | Db, caseId: string, at?: Instant) {
  const [row] = await selected(tx).where(eq(cases.id, caseId))
  if (!row) return refuse('case.unknown', { field: 'id' })
  const rows = (await obligationsOf(tx as Tx, caseId)).filter((one) => one.reason !== 'notOwed')
  const happened = await tx.select().from(facts).where(eq(facts.caseId, caseId)).orderBy(facts.occurredAt, facts.id)
  const reports = await tx
    .select({
      id: incidentReports.id,
      version: incidentReports.version,
      authorId: incidentReports.authorId,
      subject: incidentReports.subject,
      body: incidentReports.body,
      createdAt: incidentReports.createdAt,
    })
    .from(incidentReports)
    .where(eq(incidentReports.caseId, caseId))
    .orderBy(incidentReports.version)
  const merged = await tx.select({ id: incidents.caseId }).from(incidents).where(eq(incidents.mergedIntoId, caseId))
  const of = (...promises: string[]) => rows.filter((one) => promises.includes(one.promise))
  const view = { facts: happened } as unknown as CaseView
  const calls = of('phone', 'massFault').map((one) => callOf(view, one))
  const waiting = row.state === 'open' ? calls.filter((call) => call.at === null).map(({ role }) => role) : []
  const people = at === undefined ? new Map<Role, Ringable[]>() : await whomToRing(tx as Tx, caseId, waiting, at)
  return {
    ...row,
    mergedIds: merged.map((one) => one.id),
    obligations: rows,
    phones: { ...wholeOf(of('phone')), calls: calls.map((call) => ({ ...call, people: people.get(call.role) ?? [] })) },
    report: {
      ...wholeOf(of('report')),
      dueAt: of('report')[0]?.dueAt ?? null,
      versions: reports,
      deliveries: await deliveriesOf(tx, view, caseId),
    },
  }
}

function callOf(view: CaseView, row: Obligation) {
  const fact = all(view, 'phoned').find((one) => one.id === row.evidenceId)
  return {
    clause: row.clause,
    role: row.recipientRole as Role,
    at: row.settledAt,
    tookMs: row.settledAt === null ? null : row.settledAt - row.anchorAt,
    reachedId: (fact?.data.reachedId as string | undefined) ?? null,
    via: (fact?.data.via as string | undefined) ?? null,
    triedAt: all(view, 'phoneTried')
      .filter((one) => one.data.role === row.recipientRole)
      .map((one) => one.occurredAt),
  }
}

/** Each mail of the report: attempted and accepted are different things, and so is coming back. */
async function deliveriesOf(tx: Tx | Db, view: CaseView, caseId: string) {
  const mails = await tx
    .select()
    .from(notifications)
    .where(and(eq(notifications.caseId, caseId), eq(notifications.template, 'incident.report')))
    .orderBy(notifications.id)
  return mails
    .filter((mail) => mail.channel === 'email')
    .map((mail) => {
      const accepted = all(view, 'reportAccepted').find((one) => one.data.notificationId === mail.id)
      const bounced = all(view, 'reportBounced').find((one) => one.data.acceptedId === accepted?.id)
      return {
        personId: mail.personId,
        roles: mail.params.roles as Role[],
        reportId: mail.params.reportId as string,
        attempts: mail.attempts,
        attemptedAt: mail.attemptedAt,
        acceptedId: accepted?.id ?? null,
        acceptedAt: accepted?.occurredAt ?? null,
        bouncedAt: bounced?.occurredAt ?? null,
        givenUpAt: mail.failedAt,
        error: mail.error,
      }
    })
}
