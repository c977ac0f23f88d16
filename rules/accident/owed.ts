import { all, latest, type CaseView, type Fact } from '../case.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { citation, isBlank, numberOf } from '../policy/parameter.ts'
import { endOfDay, localDate } from '../time/local.ts'
import { addWorkingDays } from '../time/working.ts'
import { classify, type Ground } from './grounds.ts'

/** The people of an accident, as its first fact holds them. */
export interface AccidentPeople {
  engineerId: string
  supervisorId: string | null
}

/** The grounds that stand: recorded, and not found to be untrue. */
export function groundsOf(view: Pick<CaseView, 'facts'>): (Fact & { data: { ground: Ground } })[] {
  const dropped = new Set(view.facts.filter((fact) => fact.kind === 'groundDropped').map((fact) => fact.data.groundId))
  return all(view as CaseView, 'ground').filter((fact) => !dropped.has(fact.id)) as never
}

/** The class of an accident from what stands; null: it is none any more. */
export const classNow = (view: Pick<CaseView, 'facts' | 'terms'>) =>
  classify(
    groundsOf(view).map((fact) => fact.data.ground),
    view.terms,
  )

/** When the accident was resolved: at the first attempt, or by the fallback. */
export function resolvedBy(view: CaseView): Fact | undefined {
  return all(view, 'attempted').find((fact) => fact.data.solved === true) ?? latest(view, 'resolved')
}

/** What a promise of an accident means (S0-A-5.1b, 5.1c, 5.2b, 6.2a, 6.2b). */
export function owedByAccident(promise: string, view: CaseView): Owed[] {
  const reported = latest(view, 'reported')
  const found = classNow(view)
  if (!reported || found === null) return []
  const { engineerId, supervisorId } = reported.data as unknown as AccidentPeople
  const supervisor: Owed['bearer'] = supervisorId ? { personId: supervisorId } : { role: 'serviceSupervisor' }
  const failed = all(view, 'attempted').find((fact) => fact.data.solved === false)
  const resolved = resolvedBy(view)
  switch (promise) {
    case 'mobilise': {
      if (found.class !== 'I' || resolved) return []
      const since = firstOf(view, 'I')
      return [{ ...citation(view.terms, 'accident.mobilise'), bearer: supervisor, ...promptFrom(view, since) }]
    }
    case 'solve':
      return [{ ...citation(view.terms, 'accident.solve'), bearer: supervisor, ...noClock(reported) }]
    case 'fallback':
      if (!failed) return []
      return [{ ...citation(view.terms, 'accident.solve'), bearer: supervisor, ...promptFrom(view, failed) }]
    case 'resolve':
      if (!failed) return []
      return [{ ...citation(view.terms, 'accident.solve'), bearer: supervisor, ...noClock(failed) }]
    case 'reflect':
      return [
        {
          ...citation(view.terms, `accident.reflect${found.class}`),
          bearer: { personId: engineerId },
          ...promptFrom(view, resolved!),
        },
      ]
    case 'review':
      return [
        {
          ...citation(view.terms, 'accident.review'),
          bearer: supervisor,
          recipient: { personId: engineerId },
          ...promptFrom(view, resolved!),
        },
      ]
    case 'bulletin':
      return [bulletin(view, supervisor, resolved!)]
    default:
      throw new Error(`an accident knows no promise ${promise}`)
  }
}

/** The fact that the general manager found a bulletin late. */
export const BULLETIN_LATE = 'bulletinLate'

/**
 * The bulletin has a fine but no time: until the blank is filled in, nobody can be late by the clock. One that was
 * judged late meanwhile has cost what it costs (S0-A-7.S1c).
 */
function bulletin(view: CaseView, bearer: Owed['bearer'], resolved: Fact): Owed {
  const { terms, calendar } = view
  const anchorAt = resolved.occurredAt
  const isStaked = !isBlank(terms, 'accident.bulletinLate') && !latest(view, BULLETIN_LATE)
  const stake = isStaked && {
    stake: { ...citation(terms, 'accident.bulletinLate'), amountFen: -numberOf(terms, 'accident.bulletinLate') },
  }
  return { ...citation(terms, 'accident.bulletin'), bearer, anchorAt, due: dueOf(), ...stake }

  function dueOf(): Due {
    if (isBlank(terms, 'accident.bulletin')) return { kind: 'unset' }
    const { on, provisional } = addWorkingDays(calendar, localDate(anchorAt), numberOf(terms, 'accident.bulletin'))
    return { kind: 'by', at: endOfDay(on), edge: 'within', provisional }
  }
}

/** The ground that first made it an accident of the class. */
function firstOf(view: CaseView, of: 'I'): Fact {
  return groundsOf(view).find((fact) => classify([fact.data.ground], view.terms)?.class === of)!
}

/** "At once" counts from when the fact became known. */
function promptFrom(view: CaseView, fact: Fact): Pick<Owed, 'anchorAt' | 'due'> {
  const anchorAt = fact.knownAt ?? fact.occurredAt
  return { anchorAt, due: { kind: 'prompt', targetAt: anchorAt + numberOf(view.terms, 'prompt.target') } }
}

const noClock = (fact: Fact): Pick<Owed, 'anchorAt' | 'due'> => ({ anchorAt: fact.occurredAt, due: { kind: 'none' } })
