import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { ServiceNotice } from '../../rules/serviceTask/form.ts'
import { checkNotice } from '../../rules/serviceTask/gates.ts'
import { againFrom } from '../../rules/serviceTask/labels.ts'
import { goBack } from '../case/goBack.ts'
import { openRows } from '../case/keep.ts'
import { proceed } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { serviceTasks } from '../schema/serviceTask.ts'
import { checkEngineer, enterInForm, findTask, note, take, type TaskAct } from './task.ts'

/** The engineer called the contact, and the site is as the form says (S0-A-3.3a). */
export async function confirmSite(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { situation: string },
  now: Instant,
): Promise<Obligation[]> {
  const form = { site: { situation: act.situation } }
  return take(tx, procedure, await findTask(tx, act), act, { promise: 'confirmSite', kind: 'siteConfirmed', form }, now)
}

/** The site is not as the form says: the task goes back to the issuer of the notice (S0-A-3.3b), a round further. */
export async function reportDifference(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { difference: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  checkEngineer(found, act)
  await openRows(procedure, found, 'confirmSite')
  await enterInForm(tx, found.task, { site: undefined })
  const factId = await note(tx, found, { ...act, occurredAt: now }, 'siteDiffers', { difference: act.difference }, now)
  const held = await goBack(tx, found.held, { again: againFrom('clarify'), factId, occurredAt: now }, now)
  return proceed(tx, procedure, held, now)
}

/** The issuer clears up the difference, and the notice says how things are (S0-A-3.3b). */
export async function clarifySite(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { notice: Partial<Omit<ServiceNotice, 'customerId'>> },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  const { customerId, contactName, contactDetails, requirement, siteSituation } = found.task
  const notice = { customerId, contactName, contactDetails, requirement, siteSituation, ...act.notice }
  checkNotice(notice)
  await tx.update(serviceTasks).set(notice).where(eq(serviceTasks.caseId, act.caseId))
  const decided = { ...act, occurredAt: now }
  return take(tx, procedure, found, decided, { promise: 'clarify', kind: 'clarified' }, now)
}
