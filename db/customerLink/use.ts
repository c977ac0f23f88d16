import { eq, inArray, or } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { linkState, type LinkAnswer, type LinkPurpose } from '../../rules/customerLink/link.ts'
import type { Instant } from '../../rules/instant.ts'
import { numberOf } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { obligationsOf } from '../case/view.ts'
import { lockCase } from '../case/record.ts'
import type { Db, Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { termsFor } from '../policy/terms.ts'
import { cases } from '../schema/case.ts'
import { customerLinkKeys, customerLinks } from '../schema/customerLink.ts'
import { person } from '../schema/person.ts'
import { confirmAppointment, moveAppointment } from '../serviceTask/moveAppointment.ts'
import { rateTask, type Drawn, type Scores } from '../serviceTask/rate.ts'
import { taskOf, type TaskAct } from '../serviceTask/task.ts'
import { hashOf } from '../token.ts'
import { isAsked } from './make.ts'

type Link = typeof customerLinks.$inferSelect

/** The link of a token: of the one that was told when it was made, or of one that was mailed. @throws Refusal `customerLink.unknown`, also where it is for another purpose */
async function linkOf(tx: Db | Tx, token: string, purpose?: LinkPurpose): Promise<Link> {
  const hash = hashOf(token)
  const mailed = tx
    .select({ id: customerLinkKeys.linkId })
    .from(customerLinkKeys)
    .where(eq(customerLinkKeys.tokenHash, hash))
  const [link] = await tx
    .select()
    .from(customerLinks)
    .where(or(eq(customerLinks.tokenHash, hash), inArray(customerLinks.id, mailed)))
  if (!link || (purpose && link.purpose !== purpose)) return refuse('customerLink.unknown')
  return link
}

/** Whether the case of a link still has something to ask of the customer. */
async function stillAsked(tx: Tx, caseId: string, purpose: LinkPurpose): Promise<boolean> {
  const [held] = await tx.select().from(cases).where(eq(cases.id, caseId))
  if (held!.state !== 'open') return false
  return isAsked({ held: held!, task: await taskOf(tx, caseId), rows: await obligationsOf(tx, caseId) }, purpose)
}

/** What the holder of a link sees: of the matter only while there is something to do, and nobody's number or address. */
export async function readLink(tx: Tx, token: string, now: Instant) {
  const link = await linkOf(tx, token)
  const { purpose, expiresAt, usedAt, answer, caseId } = link
  const shown = { purpose, expiresAt, usedAt, answer, about: null }
  const state = linkState(link, now)
  if (state !== 'open') return { ...shown, state }
  if (!(await stillAsked(tx, caseId, purpose))) return { ...shown, state: 'settled' as const }
  const task = await taskOf(tx, caseId)
  const [engineer] = await tx.select({ name: person.name }).from(person).where(eq(person.id, task.engineerId!))
  const { appointmentAt = null, record } = task.form
  const served = record ? { work: record.work, resolution: record.resolution } : null
  const about = { requirement: task.requirement, engineerName: engineer!.name, appointmentAt, record: served }
  return { ...shown, state, about }
}

/** What a customer hands in by a link, from which kind of device. */
export type ByLink<G> = { token: string; device: string | null } & G

/**
 * The customer confirms the booked time, or chooses another (S0-A-3.5). Once: a link that was used is refused. Returns
 * the case. @throws Refusal
 */
export function appointByLink(
  tx: Tx,
  procedure: Procedure,
  given: ByLink<{ appointmentAt?: Instant }>,
  now: Instant,
): Promise<string> {
  return once(tx, 'appointment', given, now, async (act) => {
    const { appointmentAt: booked } = (await taskOf(tx, act.caseId)).form
    if (given.appointmentAt === undefined || given.appointmentAt === booked) {
      if (booked === undefined) return refuse('customerLink.noAppointment', { field: 'appointmentAt' })
      await confirmAppointment(tx, procedure, act, now)
      return { kind: 'confirmed', appointmentAt: booked }
    }
    const { appointmentAt } = given
    await checkTime(tx, appointmentAt, now)
    await moveAppointment(tx, procedure, { ...act, appointmentAt }, now)
    return { kind: 'moved', appointmentAt }
  })
}

/** The customer scores and signs (S0-A-3.13), at the time it reaches us. Once, as an appointment. @throws Refusal */
export function rateByLink(
  tx: Tx,
  procedure: Procedure,
  given: ByLink<{ scores: Scores; signature: Drawn }>,
  now: Instant,
): Promise<string> {
  return once(tx, 'rating', given, now, async (act) => {
    const { scores, signature, device } = given
    await rateTask(tx, procedure, { ...act, scores, signature, device: device ?? undefined, occurredAt: now }, now)
    return { kind: 'rated', ...scores }
  })
}

/** Uses a link up by an act on its case, which is locked first, as every verb does. */
async function once(
  tx: Tx,
  purpose: LinkPurpose,
  { token, device }: ByLink<object>,
  now: Instant,
  deed: (act: TaskAct) => Promise<LinkAnswer>,
): Promise<string> {
  const { id, caseId } = await linkOf(tx, token, purpose)
  await lockCase(tx, caseId)
  const link = await linkOf(tx, token)
  const state = linkState(link, now)
  if (state !== 'open') return refuse(`customerLink.${state}`)
  if (!(await stillAsked(tx, caseId, purpose))) refuse('customerLink.settled')
  const engineerId = (await taskOf(tx, caseId)).engineerId!
  const answer = await deed({ caseId, byId: engineerId, scope: [], through: { linkId: id, device } })
  await tx.update(customerLinks).set({ usedAt: now, answer, device }).where(eq(customerLinks.id, id))
  const params = { answer: answer.kind, ...('appointmentAt' in answer && { appointmentAt: answer.appointmentAt }) }
  const told = [...new Set([engineerId, link.madeById])]
  await notify(
    tx,
    told.map((personId) => ({ key: `link:${id}`, personId, template: 'customerLink.answered', params, caseId })),
    now,
  )
  return caseId
}

async function checkTime(tx: Tx, appointmentAt: Instant, now: Instant): Promise<void> {
  if (appointmentAt <= now) refuse('customerLink.past', { field: 'appointmentAt' })
  const until = now + numberOf(await termsFor(tx, { topic: 'house', at: now }), 'customerLink.moveWithin')
  if (appointmentAt > until)
    refuse('customerLink.tooFar', { field: 'appointmentAt', params: { until: formatInstant(until) } })
}
