import { all, latest, type CaseView, type Fact } from '../case.ts'
import type { Instant, LocalDate } from '../instant.ts'
import { citation, settingOf, type Terms } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'
import type { Calendar } from '../time/calendar.ts'
import { SHIFTS } from '../time/shifts.ts'
import { REST_READINGS, type Enclosure, type Ground, type RestReading } from './parameters.ts'

/** What a waiver may set aside: the month's notice, the twelve working days, the ten of the handover, the fifteen. */
export const WAIVABLE = ['notice', 'leadTime', 'handOver', 'replace'] as const
export type Waivable = (typeof WAIVABLE)[number]

/** The dates that people plan with. `null`: not known yet, which only a demanded replacement may leave. */
export interface Plan {
  noticeOn: LocalDate
  applyOn: LocalDate
  handoverStartOn: LocalDate | null
  takesOverOn: LocalDate | null
}

/** Data of the fact `started`. */
export interface Started {
  /** `contractor`: an ordinary change; `client`: a replacement that the client demands [S4-S-3.4a]. */
  trigger: 'contractor' | 'client'
  ground: Ground | null
  /** Who answers for the contractor's steps; null: nobody was named, so the gap is the unit's. */
  bearerId: string | null
  /** Waivers asked for at entry, since the dates cannot hold without them. */
  asks: Waivable[]
  /** The working days of handover asked for, where `asks` names it. */
  askedDays: number | null
}

/** Data of the fact `staffed`. The successor of a demanded replacement is found later. */
export interface Staffed {
  outgoingId: string
  incomingId: string | null
}

/** Data of the fact `waived`: one client body set one promise aside, or (handOver) consented to fewer working days. */
export interface Waived {
  promise: Waivable
  role: Role
  workingDays: number | null
  documentId: string | null
}

export const startOf = (view: CaseView): Started => dataOf<Started>(latest(view, 'started'))
export const staffOf = (view: CaseView): Staffed => dataOf<Staffed>(latest(view, 'staffed'))
export const planOf = (view: CaseView): Plan => dataOf<Plan>(latest(view, 'planned'))
export const demandedAtOf = (view: CaseView): Instant => latest(view, 'started')!.occurredAt

/** When the handover that counts began: the latest one. @throws Error before it has */
export function handoverBegunAt(view: CaseView): Instant {
  const begun = latest(view, 'handoverStarted')
  if (!begun) throw new Error('the handover has not begun')
  return begun.occurredAt
}

/** Data of the fact `waiverRefused`. */
interface WaiverRefused {
  promise: Waivable
  role: Role
}

/** The consents that stand for a promise, one per client body. */
export function waiversOf(view: CaseView, promise: Waivable): (Waived & { factId: string; occurredAt: Instant })[] {
  return all(view, 'waived')
    .map((fact) => ({ ...dataOf<Waived>(fact), factId: fact.id, occurredAt: fact.occurredAt }))
    .filter((waived) => waived.promise === promise)
}

/** Whether a waiver was asked of a body at entry and it hasn't answered: until then nothing is late. */
export function awaitsAnswer(view: CaseView, promise: Waivable, role: Role): boolean {
  if (!startOf(view).asks.includes(promise)) return false
  const answers = [...all(view, 'waived'), ...all(view, 'waiverRefused')].map((fact) => dataOf<WaiverRefused>(fact))
  return !answers.some((answer) => answer.promise === promise && answer.role === role)
}

function dataOf<T>(fact: Fact | undefined): T {
  if (!fact) throw new Error('a staff change begins with the facts started, staffed and planned')
  return fact.data as T
}

/** True for a replacement that the client demands: the notice and the twelve days give way to its fifteen. */
export const isDemanded = (view: CaseView): boolean => startOf(view).trigger === 'client'

/** The calendar of the people on site: the days and hours that their rulebook's settings say. */
export function siteCalendar(terms: Terms, calendar: Calendar): Calendar {
  const shifts = SHIFTS[settingOf<keyof typeof SHIFTS>(terms, 'staffChange.shifts')]
  const restOn = REST_READINGS[settingOf<RestReading>(terms, 'staffChange.restOn')]
  return { ...calendar, shifts, restOn }
}

export const noticeBodies = (terms: Terms): Role[] => settingOf<Role[]>(terms, 'staffChange.noticeTo')
export const approversOf = (terms: Terms): Role[] => settingOf<Role[]>(terms, 'staffChange.approvers')
export const enclosuresOf = (terms: Terms): Enclosure[] => settingOf<Enclosure[]>(terms, 'staffChange.enclosures')

/** The client body that may demand a replacement [S4-S-3.4a]. */
export const demandingBody = (terms: Terms): Role => settingOf<Role>(terms, 'staffChange.replacementBy')

/** Which client bodies may set a promise aside: those it is owed to; of the handover, the one the setting names. */
export function consentingBodies(terms: Terms, promise: Waivable): Role[] {
  if (promise === 'notice') return noticeBodies(terms)
  if (promise === 'leadTime') return approversOf(terms)
  return [promise === 'handOver' ? settingOf<Role>(terms, 'staffChange.shorterConsent') : demandingBody(terms)]
}

/** The parameter that a waivable promise rests on. */
export const RESTS_ON = {
  notice: 'staffChange.notice',
  leadTime: 'staffChange.application',
  handOver: 'staffChange.handover',
  replace: 'staffChange.replaceWithin',
} as const satisfies Record<Waivable, string>

/** What a waivable promise cites. A demanded replacement's handover has a clause of its own [S4-S-3.4d]. */
export function citationOf(terms: Terms, promise: Waivable, demanded: boolean) {
  return citation(terms, promise === 'handOver' && demanded ? 'staffChange.replacementHandover' : RESTS_ON[promise])
}
