import { and, eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import type { Grant } from '../../rules/permissions.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import {
  citationOf,
  consentingBodies,
  demandingBody,
  siteCalendar,
  type Started,
  type Waivable,
} from '../../rules/staffChange/change.ts'
import { decidingBody } from '../../rules/staffChange/decision.ts'
import { checkDates, handoverDays, type Check, type Reckoning } from '../../rules/staffChange/dates.ts'
import type { Ground } from '../../rules/staffChange/parameters.ts'
import { completed, refuseBroken, type Planned } from '../../rules/staffChange/plan.ts'
import { preview } from '../../rules/staffChange/preview.ts'
import { localDate } from '../../rules/time/local.ts'
import { attachTo } from '../attachment/attach.ts'
import { loadCalendarOf } from '../calendar/loadCalendar.ts'
import type { Case } from '../case/lock.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { cases } from '../schema/case.ts'
import { person } from '../schema/person.ts'
import { staffChanges } from '../schema/staffChange.ts'
import { membersWithRole } from './members.ts'
import { tell } from './tell.ts'

/** The project a change is about, as `projectInReach` found it. */
export interface Site {
  id: string
  customerId: string
  regionId: string | null
  sample: string | null
}

export interface Question {
  plan: Planned
  /** The instant of the client's demand; absent for an ordinary change. */
  demandedAt?: Instant
  /** Working days of handover that the client would be asked to consent to. */
  handoverDays?: number
}

export interface NewChange extends Question {
  outgoingId: string
  /** The successor; may be named as late as in the application. */
  incomingId?: string | null
  ground?: Ground
  /** The signed demand, where somebody else enters it for the client. */
  documentId?: string
  /** What the one who enters a demand may do: the section itself, or HR with the signed demand. */
  demandingGrants?: readonly Grant[]
  /** Promises that the dates break and the client is asked to waive. */
  asks?: readonly Waivable[]
  /** When the change was decided on, if that is recorded later. */
  startedAt?: Instant
  byId: string
}

/** The terms that a change beginning at an instant runs under. Refuses a project that no such rulebook is bound to. */
async function reckoningFor(tx: Tx | Db, site: Site, at: Instant, demanded: boolean): Promise<Reckoning> {
  const terms = await termsFor(tx, { topic: 'staffChange', at, projectId: site.id, customerId: site.customerId })
  if (!terms['staffChange.notice']) refuse('staffChange.noPolicy', { field: 'projectId' })
  if (demanded && !terms['staffChange.replaceWithin']) refuse('staffChange.noReplacementRule', { field: 'projectId' })
  return { terms, calendar: siteCalendar(terms, await loadCalendarOf(tx, { projectId: site.id })) }
}

/** Which promises the dates would break, and the earliest that hold. Writes nothing. */
export async function checkChange(db: Tx | Db, site: Site, question: Question, now: Instant): Promise<Check> {
  const { plan, demandedAt, handoverDays: asked = null } = question
  const by = await reckoningFor(db, site, demandedAt ?? now, demandedAt !== undefined)
  const demandedOn = demandedAt === undefined ? null : localDate(demandedAt)
  const whole = completed(by, plan, localDate(now), demandedOn !== null, asked)
  return checkDates(by, { plan: whole, demandedOn, consentedDays: asked })
}

/** What the dates come to, day by day, before anybody commits to them. Writes nothing. */
export async function previewChange(db: Tx | Db, site: Site, question: Question, now: Instant) {
  const { plan, demandedAt, handoverDays: asked = null } = question
  const by = await reckoningFor(db, site, demandedAt ?? now, demandedAt !== undefined)
  const demandedOn = demandedAt === undefined ? null : localDate(demandedAt)
  const todayOn = localDate(now)
  return { todayOn, ...preview(by, { given: plan, todayOn, demandedOn, askedDays: asked }) }
}

/**
 * Starts a change of resident staff (P27), or the replacement that the client demands [S4-S-3.4a]. Dates that cannot all
 * hold are refused, each with the earliest that does, unless the client is asked to waive just the promises they break.
 */
export async function startChange(
  tx: Tx,
  procedure: Procedure,
  site: Site,
  given: NewChange,
  now: Instant,
): Promise<{ caseId: string; obligations: Obligation[] }> {
  const { outgoingId, incomingId = null, demandedAt, ground, asks = [], byId } = given
  const startedAt = demandedAt ?? given.startedAt ?? now
  if (startedAt > now) refuse('fact.future', { field: demandedAt ? 'demandedAt' : 'startedAt' })
  await checkPeople(tx, outgoingId, incomingId)
  const by = await reckoningFor(tx, site, startedAt, demandedAt !== undefined)
  if (demandedAt !== undefined)
    decidingBody({ grants: given.demandingGrants ?? [], documentId: given.documentId, role: demandingBody(by.terms) }, [
      demandingBody(by.terms),
    ])
  checkAsks(by.terms, given)
  const whole = completed(by, given.plan, localDate(now), demandedAt !== undefined, given.handoverDays ?? null)
  for (const field of ['noticeOn', 'applyOn'] as const)
    if (whole[field] < localDate(startedAt)) refuse('staffChange.planBeforeStart', { field: `plan.${field}` })
  const demandedOn: LocalDate | null = demandedAt === undefined ? null : localDate(demandedAt)
  const check = checkDates(by, { plan: whole, demandedOn, consentedDays: given.handoverDays ?? null })
  refuseBroken(check.broken, asks)

  const { customerId, regionId, sample, id: projectId } = site
  const { terms } = by
  const held = await openCase(tx, { kind: 'staffChange', startedAt, terms, customerId, projectId, regionId, sample })
  const trigger = demandedAt === undefined ? ('contractor' as const) : ('client' as const)
  const { handoverStartOn, takesOverOn } = whole
  await tx
    .insert(staffChanges)
    .values({ caseId: held.id, projectId, outgoingId, incomingId, trigger, ground, handoverStartOn, takesOverOn })
  if (given.documentId) await attachTo(tx, { caseId: held.id, ids: [given.documentId], byId, field: 'documentId' })
  const started: Started = {
    trigger,
    ground: ground ?? null,
    bearerId: await bearerFor(tx, projectId, byId, now),
    asks: [...asks],
    askedDays: asks.includes('handOver') ? (given.handoverDays ?? null) : null,
  }
  const at = { occurredAt: startedAt, byId }
  const data = { ...started, documentId: given.documentId ?? null }
  const factId = await writeFact(tx, held.id, { kind: 'started', ...at, data }, now)
  await writeFact(tx, held.id, { kind: 'staffed', ...at, data: { outgoingId, incomingId } }, now)
  await writeFact(tx, held.id, { kind: 'planned', ...at, data: { ...whole } }, now)
  await tellOfStart(tx, held, started, factId!, check.replaceByOn, now)
  return { caseId: held.id, obligations: await proceed(tx, procedure, held, now) }
}

/** Both are people of the register, not one and the same, and the one who leaves isn't leaving twice. */
async function checkPeople(tx: Tx, outgoingId: string, incomingId: string | null): Promise<void> {
  if (outgoingId === incomingId) refuse('staffChange.samePerson', { field: 'incomingId' })
  const [leaving] = await tx.select({ id: person.id }).from(person).where(eq(person.id, outgoingId)).for('update')
  if (!leaving) refuse('person.notFound', { field: 'outgoingId' })
  if (incomingId) await checkSuccessor(tx, incomingId, 'incomingId')
  const [other] = await tx
    .select({ id: cases.id })
    .from(staffChanges)
    .innerJoin(cases, eq(cases.id, staffChanges.caseId))
    .where(and(eq(staffChanges.outgoingId, outgoingId), eq(cases.state, 'open')))
    .limit(1)
  if (other) refuse('staffChange.openAlready', { field: 'outgoingId' })
}

/** A successor is somebody of the register who works here. @throws Refusal `person.notFound` */
export async function checkSuccessor(tx: Tx, personId: string, field: string): Promise<void> {
  const [found] = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.active, true)))
  if (!found) refuse('person.notFound', { field })
}

/** What may be asked for: what this change owes at all; a handover's days where the text gives a number and leaves room. */
function checkAsks(terms: Terms, { asks = [], demandedAt, handoverDays: asked }: NewChange): void {
  const demanded = demandedAt !== undefined
  for (const promise of asks) checkWaivable(terms, promise, demanded, asked ?? null)
  if (asked !== undefined && !asks.includes('handOver')) checkWaivable(terms, 'handOver', demanded, asked)
}

/** Refuses a waiver of what this change doesn't owe, of the ten hard days [S4-S-3.4d], or of a blank. */
export function checkWaivable(terms: Terms, promise: Waivable, demanded: boolean, workingDays: number | null): void {
  if (promise !== 'handOver') {
    if ((promise === 'replace') !== demanded) refuse('staffChange.notWaivable', { field: 'promise' })
    return
  }
  const { clause } = citationOf(terms, 'handOver', demanded)
  if (demanded) refuse('staffChange.handoverIsHard', { clause })
  const days = handoverDays(terms, false)
  if (days === null) return refuse('staffChange.handoverUnset', { clause })
  if (workingDays === null || workingDays < 1 || workingDays >= days)
    refuse('staffChange.notShorter', { field: 'workingDays', clause, params: { max: days - 1 } })
}

/** The contractor's project manager bears its steps: the one who acts, or else the project's. */
async function bearerFor(tx: Tx, projectId: string, byId: string, at: Instant): Promise<string | null> {
  const managers = await membersWithRole(tx, projectId, ['contractorPm'], at)
  return managers.includes(byId) ? byId : (managers[0] ?? null)
}

async function tellOfStart(
  tx: Tx,
  held: Case,
  started: Started,
  factId: string,
  replaceByOn: LocalDate | null,
  now: Instant,
): Promise<void> {
  if (started.trigger === 'client')
    await tell(
      tx,
      held,
      { template: 'staffChange.demanded', to: ['contractorPm'], factId, params: { on: replaceByOn } },
      now,
    )
  const to = [...new Set(started.asks.flatMap((promise) => consentingBodies(held.terms, promise)))]
  if (to.length > 0) await tell(tx, held, { template: 'staffChange.waiverAsked', to, factId: `${factId}:asks` }, now)
}
