import { and, eq } from 'drizzle-orm'
import { procedures } from '../../../api/procedures.ts'
import { openAssessments } from '../../../db/assessment/open.ts'
import type { Db } from '../../../db/client.ts'
import { assessments } from '../../../db/schema/assessment.ts'
import { projectMember } from '../../../db/schema/staffChange.ts'
import { confirmTask } from '../../../db/serviceTask/close.ts'
import { signNotice } from '../../../db/serviceTask/request.ts'
import { startChange } from '../../../db/staffChange/start.ts'
import { applyForChange, giveNotice } from '../../../db/staffChange/steps.ts'
import { DAY, HOUR } from '../../../rules/instant.ts'
import { periodOf, type Period } from '../../../rules/report/period.ts'
import type { Role } from '../../../rules/roles.ts'
import { addDays, atTime, localDate } from '../../../rules/time/local.ts'
import { accidentDesk, COMPLAINT_I, newEngineer } from '../../support/accidents.ts'
import { boundProject } from '../../support/boundProject.ts'
import { customerOf } from '../../support/department.ts'
import { serviceTasks } from '../../support/serviceTask.ts'
import { paperOf, siteUnder } from '../../support/site.ts'

/** What waits for people on one screen. */
export type Waiting = Awaited<ReturnType<typeof roleHouse>>['desk']

/** A house in which something waits for every role, once for the desk and once for the phone. */
export async function roleHouse(db: Db, people: Record<Role, string>) {
  const now = Date.now()
  const { customerId } = await customerOf(db, '+8613900000001')
  const tasks = serviceTasks(db, {
    gm: people.companyGm,
    director: people.serviceSupervisor,
    engineer: people.engineer,
    sales: people.salesperson,
    office: people.salesBackOffice,
    customerId,
  })
  const members = (...roles: Role[]) => roles.map((role) => people[role])
  const client = members('clientInformation', 'clientHr', 'clientTechnology', 'clientSupervision')
  const site = {
    section: await siteUnder(db, 'S4-N', [people.contractorPm, ...client]),
    technology: await siteUnder(db, 'S4-D', [people.contractorPm, ...client]),
  }
  const conduct = await boundProject(db, 'S4-Q', 'conduct')
  await db.insert(projectMember).values({ projectId: conduct, personId: people.engineer })

  /** A change of staff, with notice given and papers handed in as far as `upTo`. */
  async function change(where: keyof typeof site, outgoingId: string, upTo: 'started' | 'applied'): Promise<string> {
    const byId = people.contractorPm
    const given = { byId, outgoingId, plan: { takesOverOn: addDays(localDate(now), 120) } }
    const { staffChange } = procedures
    const started = await db.transaction((tx) => startChange(tx, staffChange, site[where], given, now - HOUR))
    const { caseId } = started
    if (upTo === 'started') return caseId
    const act = { caseId, byId, occurredAt: now - HOUR }
    await db.transaction((tx) => giveNotice(tx, staffChange, act, now))
    const certificates = { kind: 'certificates', attachmentId: await paperOf(db, byId) } as const
    const resume = { kind: 'resume', attachmentId: await paperOf(db, byId) } as const
    const enclosures = where === 'section' ? [certificates, resume] : [certificates]
    const incomingId = people.seatEngineer
    await db.transaction((tx) => applyForChange(tx, staffChange, { ...act, incomingId, enclosures }, now))
    return caseId
  }

  /** Two accidents of Class I in a month: fines for its sheet, and a downgrade to decide on. */
  async function month(period: Period) {
    const desk = accidentDesk(db, people.serviceSupervisor)
    const engineerId = await newEngineer(db, people.serviceSupervisor)
    for (const day of ['12', '20']) await desk.report(engineerId, COMPLAINT_I, atTime(`${period.key}-${day}`, '10:00'))
    await desk.follow(now)
    await db.transaction((tx) => openAssessments(tx, procedures.assessment, period, now))
    const its = and(eq(assessments.month, period.key), eq(assessments.scope, 'staff'))
    const [sheet] = await db.select().from(assessments).where(its)
    const [recommendation] = await desk.asked(engineerId)
    return { sheetId: sheet!.caseId, recommendationId: recommendation!.caseId }
  }

  async function waiting(period: Period) {
    const [unsigned, unassigned] = [await tasks.requested(now), await tasks.requested(now)]
    await tasks.does(signNotice)(unassigned, people.companyGm, now, { ground: 'gm' })
    const rated = await tasks.rated(now - HOUR, { attitude: 'excellent', skill: 'good', result: 'fair' })
    await tasks.does(confirmTask)(rated, people.serviceSupervisor, now, {})
    const [first, second, third] = [
      await newEngineer(db, people.serviceSupervisor),
      await newEngineer(db, people.serviceSupervisor),
      await newEngineer(db, people.serviceSupervisor),
    ]
    const changes = {
      planned: await change('section', first, 'started'),
      applied: await change('section', second, 'applied'),
      technical: await change('technology', third, 'applied'),
    }
    return { ...(await month(period)), unsigned, unassigned, rated, changes }
  }

  const last = periodOf('monthly', now)
  const before = periodOf('monthly', atTime(`${last.key}-15`, '12:00') - DAY)
  return { desk: await waiting(before), phone: await waiting(last) }
}
