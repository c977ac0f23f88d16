import { and, eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { refuse } from '../../rules/problem.ts'
import { atTime } from '../../rules/time/local.ts'
import type { Tx } from '../client.ts'
import { cases } from '../schema/case.ts'
import { customer, project } from '../schema/customer.ts'
import { serviceTasks } from '../schema/serviceTask.ts'
import { staffChanges } from '../schema/staffChange.ts'
import { requestTask } from '../serviceTask/request.ts'
import { startChange } from '../staffChange/start.ts'
import { giveNotice } from '../staffChange/steps.ts'
import { dateCell } from './cells.ts'
import { customerCoded, personCoded } from './found.ts'
import type { Cells, Importer } from './importFile.ts'

/** The procedures that matters under way are taken over into. */
export type TakingOver = Record<'serviceTask' | 'staffChange', Procedure>

/**
 * A task that is open today: its notice is handed in by who issued it, and goes on from there, its clocks from now. One that is
 * open already with the same words for the same customer is left as it is. @throws Refusal
 */
export async function importTask(tx: Tx, cells: Cells<'tasks'>, { now, procedures }: Importer): Promise<void> {
  const customerId = await customerCoded(tx, cells.customer)
  const byId = await personCoded(tx, cells.issuer, 'issuer')
  const { requirement } = cells
  const same = and(eq(serviceTasks.customerId, customerId), eq(serviceTasks.requirement, requirement))
  const [open] = await tx
    .select({ id: cases.id })
    .from(serviceTasks)
    .innerJoin(cases, eq(cases.id, serviceTasks.caseId))
    .where(and(same, eq(cases.state, 'open')))
  if (open) return
  const { contact: contactName, details: contactDetails, situation: siteSituation } = cells
  const notice = { customerId, contactName, contactDetails, requirement, siteSituation }
  await requestTask(tx, procedures.serviceTask, { notice, byId, ...(cells.product && { product: cells.product }) }, now)
}

/**
 * A change of resident staff that is under way: begun and its notice given on the dates of the list, which count as claimed
 * until somebody confirms them. Application and handover follow with their papers. One of the same person that is open
 * already is left as it is. @throws Refusal, as where the dates break a promise
 */
export async function importHandover(tx: Tx, cells: Cells<'handovers'>, { now, procedures }: Importer): Promise<void> {
  const customerId = await customerCoded(tx, cells.customer)
  const [site] = await tx
    .select({ id: project.id, customerId: project.customerId, regionId: customer.regionId, sample: project.sample })
    .from(project)
    .innerJoin(customer, eq(customer.id, project.customerId))
    .where(and(eq(project.customerId, customerId), eq(project.name, cells.project)))
  if (!site) return refuse('project.unknown', { field: 'project' })
  const byId = await personCoded(tx, cells.pm, 'pm')
  const outgoingId = await personCoded(tx, cells.outgoing, 'outgoing')
  const incomingId = cells.incoming ? await personCoded(tx, cells.incoming, 'incoming') : null
  const [open] = await tx
    .select({ id: cases.id })
    .from(staffChanges)
    .innerJoin(cases, eq(cases.id, staffChanges.caseId))
    .where(and(eq(staffChanges.outgoingId, outgoingId), eq(cases.state, 'open')))
  if (open) return
  const noticeOn = dateCell(cells.notice, 'notice')
  const plan = {
    noticeOn,
    takesOverOn: dateCell(cells.takesOver, 'takesOver'),
    ...(cells.apply && { applyOn: dateCell(cells.apply, 'apply') }),
    ...(cells.begins && { handoverStartOn: dateCell(cells.begins, 'begins') }),
  }
  const occurredAt = atTime(noticeOn, '09:00')
  const given = { outgoingId, incomingId, plan, byId, startedAt: occurredAt }
  const { caseId } = await startChange(tx, procedures.staffChange, site, given, now)
  await giveNotice(tx, procedures.staffChange, { caseId, occurredAt, byId }, now)
}
