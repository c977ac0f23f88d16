import { and, eq } from 'drizzle-orm'
import { deliverDue } from '../../api/outbox.ts'
import { openMailer, type Mailer } from '../../api/mail.ts'
import { procedures } from '../../api/procedures.ts'
import type { Db, Tx } from '../../db/client.ts'
import { learnFlags } from '../../db/incident/flags.ts'
import { phone, type PhoneCall } from '../../db/incident/phone.ts'
import { readIncident } from '../../db/incident/read.ts'
import { recordIncident, type NewIncident } from '../../db/incident/record.ts'
import { submitReport, type Submission } from '../../db/incident/report.ts'
import { newId } from '../../db/id.ts'
import { cases, escalations, obligations } from '../../db/schema/case.ts'
import { absence, substitution } from '../../db/schema/person.ts'
import type { IncidentFlag } from '../../rules/incident/incident.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { department, FAR } from './department.ts'

/** Instants of the night of the incident: `16T23:40`, `17T00:38:00`. */
export const at = (time: string) => parseInstant(`2026-02-${time}+08:00`)

export const MAILBOXES = {
  deputy: 'deputy@example.com',
  service: 'service@example.com',
  support: 'support@example.com',
  regional: 'regional@example.com',
  supportEngineer: 'engineer@example.com',
} as const

/** The department of the incident, its office director away and stood in for; `knower` is the engineer who finds it. */
export async function incidentDepartment(db: Db) {
  const people = await department(db, {
    gm: { role: 'centreGm' },
    deputy: { role: 'centreDeputyGm', superior: 'gm', email: MAILBOXES.deputy },
    service: { role: 'technicalServiceManager', superior: 'deputy', email: MAILBOXES.service },
    support: { role: 'technicalSupportManager', superior: 'deputy', email: MAILBOXES.support },
    regional: { role: 'regionalManager', superior: 'service', email: MAILBOXES.regional },
    office: { role: 'officeDirector', superior: 'regional' },
    standIn: { role: 'provincialSupervisor', superior: 'regional' },
    supportEngineer: { role: 'technicalSupportEngineer', superior: 'support', email: MAILBOXES.supportEngineer },
    knower: { role: 'engineer', superior: 'regional' },
    other: { role: 'engineer', superior: 'regional' },
  })
  await db.insert(absence).values({ id: newId(), personId: people.office, fromAt: 0, kind: 'leave' })
  const grant = { fromPersonId: people.office, toPersonId: people.standIn, role: 'officeDirector' as const }
  await db.insert(substitution).values({ id: newId(), ...grant, fromAt: 0, toAt: FAR })
  return people
}

/** The verbs at a moment of the test's own, and a mailer whose clock is that moment. */
export function nightShift(db: Db, url: string | undefined) {
  const clock = { now: at('16T23:40') }
  const mailer: Mailer = openMailer({ url, from: 'shouyue@example.com', clock: () => clock.now })
  const { incident } = procedures
  const run = <T>(verb: (tx: Tx) => Promise<T>) => db.transaction(verb)
  return {
    clock,
    mailer,
    run,
    record: (
      given: Omit<NewIncident, 'byId' | 'title' | 'description' | 'flags'> & Partial<NewIncident>,
      time: string,
    ) =>
      run((tx) => {
        const what = { flags: ['qualityIncident'] as const, title: '终端批量离线', description: '㴨水台区 𬎆 号' }
        return recordIncident(tx, incident, { byId: given.knowerId, ...what, ...given }, at(time))
      }),
    submit: (given: Submission & { byId: string }, time: string) =>
      run((tx) =>
        submitReport(tx, incident, { subject: '终端离线', body: '已断电复位。', actsFor: false, ...given }, at(time)),
      ),
    /** Delivers what is due at a moment, and takes what the clock has due by then. */
    async deliver(time: string) {
      clock.now = at(time)
      return deliverDue(db, mailer, clock.now)
    },
    read: (caseId: string) => readIncident(db, caseId),
  }
}

/** Steps of the night's incidents as its first knower takes them, and how they stand after it. */
export function nightSteps(db: Db, night: ReturnType<typeof nightShift>, knowerId: string) {
  const { incident } = procedures
  const act = { byId: knowerId, actsFor: false }
  const rowsOf = (caseId: string, promise: string) =>
    db
      .select()
      .from(obligations)
      .where(and(eq(obligations.caseId, caseId), eq(obligations.promise, promise)))
  return {
    act,
    rowsOf,
    record: async (given: object = {}, time = '16T23:41') =>
      (await night.record({ knowerId, knownAt: at('16T23:40'), ...given }, time)).caseId,
    call: (
      caseId: string,
      role: PhoneCall['role'],
      time: string,
      more: Partial<PhoneCall> & { actsFor?: boolean } = {},
    ) =>
      night.run((tx) =>
        phone(tx, incident, { caseId, role, reached: true, occurredAt: at(time), ...act, ...more }, at(time)),
      ),
    learn: (caseId: string, flags: IncidentFlag[], time: string) =>
      night.run((tx) => learnFlags(tx, incident, { caseId, flags, occurredAt: at(time), ...act }, at(time))),
    row: async (caseId: string, promise: string, recipientRole?: string) =>
      (await rowsOf(caseId, promise)).find(
        (one) => one.reason !== 'notOwed' && (!recipientRole || one.recipientRole === recipientRole),
      ),
    stepsOf: async (caseId: string) =>
      (await db.select().from(escalations).where(eq(escalations.caseId, caseId))).map((one) => one.step),
    stateOf: async (caseId: string) => (await db.select().from(cases).where(eq(cases.id, caseId)))[0],
  }
}
