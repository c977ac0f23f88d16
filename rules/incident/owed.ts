import { latest, type CaseView, type Fact } from '../case.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { citation, numberOf } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'
import { firstKnown, PHONED_ROLES, REPORT_ROLES, type Known } from './incident.ts'

/** What a promise of an incident means. All clocks run from knowing (knownAt), never from recording. */
export function owedByIncident(promise: string, view: CaseView): Owed[] {
  const known = latest(view, 'known')
  if (!known) return []
  switch (promise) {
    case 'phone':
      return toRoles(PHONED_ROLES, known, { ...citation(view.terms, 'incident.phone'), ...promptFrom(view, known) })
    case 'report':
      return toRoles(REPORT_ROLES, known, { ...citation(view.terms, 'incident.report'), ...reportFrom(view, known) })
    case 'massFault':
      return owedMassFault(view)
    case 'track':
      return owedTracking(view, known)
    default:
      throw new Error(`an incident knows no promise ${promise}`)
  }
}

type Clock = Pick<Owed, 'anchorAt' | 'due'>

/** One row per recipient, each judged on its own. A vacant post is the unit's gap; oneself nobody has to tell. */
function toRoles(roles: readonly Role[], known: Fact, owed: Omit<Owed, 'bearer' | 'recipient'>): Owed[] {
  const { ownRoles, vacantRoles } = known.data as unknown as Known
  return roles
    .filter((role) => !ownRoles.includes(role))
    .map((role) => ({
      ...owed,
      recipient: { role },
      bearer: vacantRoles.includes(role) ? { unit: true } : knower(known),
    }))
}

/** S2-3.2.2.8: borne by who first knew of the mass fault and counted from then, be it later than the rest. */
function owedMassFault(view: CaseView): Owed[] {
  const learnt = firstKnown(view, 'massStateGrid')
  if (!learnt) return []
  const owed = { ...citation(view.terms, 'incident.massFault'), ...promptFrom(view, learnt) }
  return toRoles(['centreDeputyGm'], learnt, owed)
}

/** S2-T2-3.3-6, and S2-T2-3.11-6 where the first to know is an engineer. Neither has a clock. */
function owedTracking(view: CaseView, known: Fact): Owed[] {
  const clock: Clock = { anchorAt: known.occurredAt, due: { kind: 'none' } }
  const manager: Owed = {
    ...citation(view.terms, 'incident.track'),
    ...clock,
    bearer: { role: 'technicalServiceManager' },
  }
  if (!(known.data as unknown as Known).engineer) return [manager]
  return [manager, { ...citation(view.terms, 'incident.trackAsEngineer'), ...clock, bearer: knower(known) }]
}

const knower = (fact: Fact): Owed['bearer'] => (fact.byId ? { personId: fact.byId } : { unit: true })

function promptFrom(view: CaseView, fact: Fact): Clock {
  const due: Due = { kind: 'prompt', targetAt: fact.occurredAt + numberOf(view.terms, 'prompt.target') }
  return { anchorAt: fact.occurredAt, due }
}

function reportFrom(view: CaseView, fact: Fact): Clock {
  const at = fact.occurredAt + numberOf(view.terms, 'incident.report')
  return { anchorAt: fact.occurredAt, due: { kind: 'by', at, edge: 'within' } }
}
