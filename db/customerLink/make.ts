import { and, desc, eq, isNull } from 'drizzle-orm'
import { LINK_PURPOSES, linkState, mailState, type LinkPurpose } from '../../rules/customerLink/link.ts'
import type { Instant } from '../../rules/instant.ts'
import { numberOf } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { obligationsOf } from '../case/view.ts'
import { newId } from '../id.ts'
import { termsFor } from '../policy/terms.ts'
import { cases } from '../schema/case.ts'
import { contact } from '../schema/customer.ts'
import { customerLinks } from '../schema/customerLink.ts'
import { canAppoint } from '../serviceTask/moveAppointment.ts'
import { checkRegion, findTask, taskOf, type FoundTask, type TaskAct } from '../serviceTask/task.ts'
import { hashOf, newToken } from '../token.ts'

export interface NewLink extends TaskAct {
  purpose: LinkPurpose
  /** Where it will be mailed to, and by which address of ours it is opened there. */
  mail?: { to: string; base: string }
}

/** Whether there is something for the customer to do: a time to agree on, or a service to rate and sign for. */
export function isAsked(found: FoundTask, purpose: LinkPurpose): boolean {
  if (found.task.engineerId === null) return false
  if (purpose === 'appointment') return canAppoint(found)
  return found.rows.some((row) => row.promise === 'rate' && row.work === 'open' && row.round === found.held.round)
}

/**
 * Makes a link for one purpose and one task. Those made before for the same are revoked: the last one holds. The token is
 * told once, here, and kept nowhere; the letter, which waits to be sent, gets one of its own. @throws Refusal `customerLink.nothingToAsk`
 */
export async function makeLink(tx: Tx, act: NewLink, now: Instant) {
  const { caseId, purpose, byId, mail } = act
  const found = await findTask(tx, act)
  if (!isAsked(found, purpose)) refuse('customerLink.nothingToAsk')
  const terms = await termsFor(tx, { topic: 'house', at: now })
  const expiresAt = now + numberOf(terms, 'customerLink.validFor')
  const same = and(eq(customerLinks.caseId, caseId), eq(customerLinks.purpose, purpose))
  const standing = and(same, isNull(customerLinks.revokedAt), isNull(customerLinks.usedAt))
  await tx.update(customerLinks).set({ revokedAt: now }).where(standing)
  const token = newToken()
  const values = { id: newId(), tokenHash: hashOf(token), purpose, caseId, madeById: byId, madeAt: now, expiresAt }
  const letter = mail && { sentTo: mail.to, mailBase: mail.base, mailDueAt: now }
  await tx.insert(customerLinks).values({ ...values, ...letter })
  return { id: values.id, token, expiresAt }
}

/** How the letter of a link fares; null: it was not to be mailed. */
function letterOf(row: typeof customerLinks.$inferSelect) {
  if (row.mailBase === null) return null
  const { mailAttempts: attempts, mailedAt: sentAt, mailDueAt: againAt, mailError: error } = row
  return { state: mailState(row), attempts, sentAt, againAt, error }
}

/**
 * The links of a task, the newest first, as they stand now; where the contact is mailed to, and what there is to ask of
 * the customer. @throws Refusal
 */
export async function listLinks(tx: Tx, act: TaskAct, now: Instant) {
  const [held] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, act.caseId), eq(cases.kind, 'serviceTask')))
  if (!held) return refuse('case.unknown', { field: 'id' })
  const task = await taskOf(tx, act.caseId)
  checkRegion(held.regionId, task, act)
  const rows = await tx
    .select()
    .from(customerLinks)
    .where(eq(customerLinks.caseId, act.caseId))
    .orderBy(desc(customerLinks.id))
  const [known] = await tx
    .select({ email: contact.email })
    .from(contact)
    .where(and(eq(contact.customerId, task.customerId), eq(contact.name, task.contactName)))
  const found = { held, task, rows: await obligationsOf(tx, held.id) }
  const asked = held.state === 'open' ? LINK_PURPOSES.filter((purpose) => isAsked(found, purpose)) : []
  return {
    links: rows.map((row) => ({ ...row, state: linkState(row, now), mail: letterOf(row) })),
    email: known?.email ?? mailboxIn(task.contactDetails),
    asked,
  }
}

/** Makes a link void; one that was used stays as it is. @throws Refusal `customerLink.unknown`, `customerLink.used` */
export async function revokeLink(tx: Tx, act: TaskAct & { linkId: string }, now: Instant): Promise<void> {
  await findTask(tx, act)
  const own = and(eq(customerLinks.id, act.linkId), eq(customerLinks.caseId, act.caseId))
  const [link] = await tx.select().from(customerLinks).where(own).for('update')
  if (!link) return refuse('customerLink.unknown')
  if (link.usedAt !== null) refuse('customerLink.used')
  if (link.revokedAt === null) await tx.update(customerLinks).set({ revokedAt: now }).where(own)
}

/** An address that somebody wrote among the contact's details. */
const mailboxIn = (details: string): string | null =>
  /[^\s@,;，；、]+@[^\s@,;，；、]+\.[^\s@,;，；、]+/.exec(details)?.[0] ?? null
