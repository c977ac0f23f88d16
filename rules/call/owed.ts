import { latest, type CaseView, type Fact } from '../case.ts'
import type { Instant } from '../instant.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { citation, numberOf, settingOf } from '../policy/parameter.ts'

/** Annex 1's classes of a demand; a price enquiry owes no information, work order or tracking (S2-3.1.5a). */
export const CALL_CATEGORIES = ['serviceNeed', 'complaint', 'priceEnquiry'] as const
export type CallCategory = (typeof CALL_CATEGORIES)[number]

/** Data of the fact `missed`. */
export interface Missed {
  callerKind: 'customer' | 'staff' | 'unknown'
  onHotline: boolean
  /** Who was to answer: the roster of the line, or the owner of a direct line. Empty: the unit's gap. */
  bearerIds: string[]
  /** A declared outage of the line covered the call and ended then. */
  outageEndedAt: Instant | null
}

/** Data of the fact `recorded` where the customer wrote the record: a fault reported by the label of a thing. */
export interface Reported {
  category: CallCategory
  equipmentId: string
  /** Who was on duty on the hotlines. Empty: the unit's gap. */
  bearerIds: string[]
}

/** What a promise of a call means: who bears it, by when, under which clause. */
export function owedByCall(promise: string, view: CaseView): Owed[] {
  switch (promise) {
    case 'return':
      return owedReturn(view)
    case 'record':
      return owedRecord(view)
    case 'assign':
      return owedAssign(view)
    case 'establish':
      return owedEstablish(view)
    case 'contact':
      return owedContact(view)
    case 'inform':
    case 'workOrder':
    case 'track':
      return owedFollowUp(promise, view)
    default:
      throw new Error(`a call knows no promise ${promise}`)
  }
}

/** Whether the clause for customers applies to a caller: known ones, and unknown ones on the hotline if so set. */
export function countsAsCustomer(missed: Missed, view: Pick<CaseView, 'terms'>): boolean {
  if (missed.callerKind !== 'unknown') return missed.callerKind === 'customer'
  return missed.onHotline && settingOf<boolean>(view.terms, 'call.unknownOnHotline')
}

/** S2-1.5.6 and S2-3.1.1c: both clauses are owed side by side, each with its own verdict. */
function owedReturn(view: CaseView): Owed[] {
  const missed = latest(view, 'missed')
  if (!missed || latest(view, 'answered')) return []
  const data = missed.data as unknown as Missed
  const keys = countsAsCustomer(data, view) ? ['call.returnCustomer', 'call.returnAny'] : ['call.returnAny']
  const bearers =
    data.bearerIds.length > 0 ? data.bearerIds.map((personId) => ({ personId })) : [{ unit: true as const }]
  return keys.flatMap((key) =>
    bearers.map((bearer): Owed => ({
      ...citation(view.terms, key),
      bearer,
      anchorAt: missed.occurredAt,
      // What an outage held back could not be known before it was over and the news had come.
      answerableFromAt: Math.max(missed.receivedAt, data.outageEndedAt ?? 0),
      due: { kind: 'by', at: missed.occurredAt + numberOf(view.terms, key), edge: 'within' },
    })),
  )
}

/** S2-3.1.3, and S2-1.5.7 for a number nobody knew: the record stores it. */
function owedRecord(view: CaseView): Owed[] {
  const talked = conversation(view)
  if (!talked) return []
  const bearer = takerOf(talked)
  const version = citation(view.terms, 'call.returnAny')
  const record: Owed = { ...version, clause: 'S2-3.1.3', bearer, anchorAt: talked.occurredAt, due: { kind: 'none' } }
  if (talked.data.callerKind !== 'unknown') return [record]
  return [record, { ...record, clause: 'S2-1.5.7', due: prompt(view, talked.occurredAt) }]
}

function owedAssign(view: CaseView): Owed[] {
  const record = latest(view, 'recorded')
  if (!record) return []
  const version = citation(view.terms, 'call.contact')
  const due = prompt(view, record.occurredAt)
  const owed = { ...version, clause: 'S2-3.1.4(2)a', anchorAt: record.occurredAt, due }
  return takersOf(record).map((bearer) => ({ ...owed, bearer }))
}

/**
 * S2-3.1.4(2)b: the taker learns, within the quarter hour, whether the customer was contacted. Where the quarter hour
 * begins with the assignment, it has no clock before.
 */
function owedEstablish(view: CaseView): Owed[] {
  const record = latest(view, 'recorded')
  if (!record) return []
  const from = quarterStart(view)
  if (from) return takersOf(record).map((taker) => quarter(view, 'call.establish', taker, from))
  const cited = { ...citation(view.terms, 'call.establish'), anchorAt: record.occurredAt }
  return takersOf(record).map((bearer) => ({ ...cited, bearer, due: { kind: 'none' } }))
}

/** S2-3.1.4: the person assigned contacts the customer. Reassignment does not restart the quarter hour. */
function owedContact(view: CaseView): Owed[] {
  const assigned = latest(view, 'assigned')
  const from = quarterStart(view)
  if (!assigned || !from) return []
  const personId = assigned.data.assigneeId as string | undefined
  const bearer = personId ? { personId } : { role: 'external' }
  return [{ ...quarter(view, 'call.contact', bearer, from), answerableFromAt: assigned.occurredAt }]
}

/** S2-3.1.5a, S2-3.1.5b, S2-3.1.5c: told to two people, made a work order, tracked to the result; none of it for a price enquiry. */
function owedFollowUp(promise: 'inform' | 'workOrder' | 'track', view: CaseView): Owed[] {
  const record = latest(view, 'recorded')
  if (!record || record.data.category === 'priceEnquiry') return []
  const key = `call.${promise}`
  const anchorAt = record.occurredAt
  const due: Due = promise === 'track' ? { kind: 'none' } : prompt(view, anchorAt)
  const base = { ...citation(view.terms, key), anchorAt, due }
  if (promise === 'track') return [{ ...base, bearer: { role: 'technicalSupportEngineer' } }]
  if (promise === 'workOrder') return takersOf(record).map((bearer) => ({ ...base, bearer }))
  return ['centreDeputyGm', 'technicalSupportEngineer'].flatMap((role) =>
    takersOf(record).map((bearer) => ({ ...base, bearer, recipient: { role } })),
  )
}

const conversation = (view: CaseView) => latest(view, 'answered') ?? latest(view, 'talked')

/** Who spoke with the caller bears what follows; nobody known (a PBX that doesn't tell) leaves it with the unit. */
const takerOf = (fact: Fact): Owed['bearer'] => (fact.byId ? { personId: fact.byId } : { unit: true })

/** Who takes a record further: who took the call; of one that a customer handed in unheard, everybody on duty. */
function takersOf(record: Fact): Owed['bearer'][] {
  const { bearerIds = [] } = record.data as Partial<Reported>
  return bearerIds.length > 0 ? bearerIds.map((personId) => ({ personId })) : [takerOf(record)]
}

const prompt = (view: CaseView, from: number): Due => ({
  kind: 'prompt',
  targetAt: from + numberOf(view.terms, 'prompt.target'),
})

/** Where the quarter hour begins: a setting, since S2-3.1.4(2)b leaves it open. */
function quarterStart(view: CaseView): Fact | undefined {
  const reading = settingOf<string>(view.terms, 'call.quarterFrom')
  if (reading === 'recordEnd') return latest(view, 'recorded')
  return view.facts.find((fact) => fact.kind === 'assigned')
}

function quarter(view: CaseView, key: 'call.contact' | 'call.establish', bearer: Owed['bearer'], from: Fact): Owed {
  const at = from.occurredAt + numberOf(view.terms, key)
  return { ...citation(view.terms, key), bearer, anchorAt: from.occurredAt, due: { kind: 'by', at, edge: 'within' } }
}
