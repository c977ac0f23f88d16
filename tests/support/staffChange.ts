import { eq } from 'drizzle-orm'
import { procedures } from '../../api/procedures.ts'
import type { Db, Tx } from '../../db/client.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import { decideApplication } from '../../db/staffChange/decide.ts'
import { startChange, type NewChange, type Site } from '../../db/staffChange/start.ts'
import { applyForChange, begin, completeHandover, deliver, giveNotice } from '../../db/staffChange/steps.ts'
import { decideWaiver, type WaiverDecision } from '../../db/staffChange/waive.ts'
import { Refusal } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import { DELIVERABLES } from '../../rules/staffChange/parameters.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { paperOf } from './site.ts'

/** An instant of 2026 in the company's zone, `09-30T08:00:00`. */
export const at = (time: string) => parseInstant(`2026-${time}+08:00`)

/** The refusal that a verb ends in; fails where it is accepted or breaks otherwise. */
export const refusalOf = (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    () => Promise.reject(new Error('it was accepted')),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
  )

/** The steps of a staff change on one site, each at the time given, done by the contractor's project manager. */
export function stepsOn(db: Db, site: Site, pmId: string) {
  const procedure = procedures.staffChange
  const did = <T>(verb: (tx: Tx) => Promise<T>) => db.transaction(verb)
  const act = (caseId: string, time: string) => ({ caseId, occurredAt: at(time), byId: pmId })
  const grants = (role: Role) => [{ role, regionId: null }]

  const steps = {
    did,
    procedure,
    act,
    start: (given: Partial<NewChange> & { outgoingId: string }, time: string) =>
      did((tx) => startChange(tx, procedure, site, { byId: pmId, plan: {}, ...given }, at(time))),
    notice: (caseId: string, time: string, to?: Role[]) =>
      did((tx) => giveNotice(tx, procedure, { ...act(caseId, time), to }, at(time))),
    async apply(caseId: string, time: string, incomingId?: string) {
      const kinds = ['certificates', 'resume'] as const
      const enclosures: { kind: (typeof kinds)[number]; attachmentId: string }[] = []
      for (const kind of kinds) enclosures.push({ kind, attachmentId: await paperOf(db, pmId) })
      return did((tx) => applyForChange(tx, procedure, { ...act(caseId, time), incomingId, enclosures }, at(time)))
    },
    decide: (caseId: string, time: string, role: Role, byId: string, approved = true) =>
      did((tx) =>
        decideApplication(tx, procedure, { ...act(caseId, time), byId, grants: grants(role), approved }, at(time)),
      ),
    waive: (
      caseId: string,
      time: string,
      role: Role,
      given: Pick<WaiverDecision, 'promise' | 'granted' | 'workingDays'>,
    ) => did((tx) => decideWaiver(tx, procedure, { ...act(caseId, time), grants: grants(role), ...given }, at(time))),
    begin: (caseId: string, time: string, what: 'start' | 'trial' = 'start') =>
      did((tx) => begin(tx, procedure, { ...act(caseId, time), what }, at(time))),
    async deliverAll(caseId: string, time: string) {
      for (const deliverable of DELIVERABLES)
        await did((tx) => deliver(tx, procedure, { ...act(caseId, time), deliverable, attachmentIds: [] }, at(time)))
    },
    complete: (caseId: string, time: string) =>
      did((tx) => completeHandover(tx, procedure, act(caseId, time), at(time))),
    async rows(caseId: string, promise?: string) {
      const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId)).orderBy(obligations.id)
      return promise === undefined ? rows : rows.filter((row) => row.promise === promise)
    },
    /** How a promise's rows stand, by recipient or bearer: `done/onTime`. */
    async standing(caseId: string, promise: string) {
      const rows = await steps.rows(caseId, promise)
      return rows.map((row) => [row.recipientRole ?? row.bearerRole, `${row.work}/${row.verdict}`]).sort()
    },
    state: async (caseId: string) => (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.state,
    /** Takes a case out of the way of the next one about the same person. */
    drop: (caseId: string) =>
      db.update(cases).set({ state: 'withdrawn', nextAlarmAt: null }).where(eq(cases.id, caseId)),
  }
  return steps
}
