import { promptDecision } from '../appeal/appeal.ts'
import { all, latest, type CaseView } from '../case.ts'
import type { Instant } from '../instant.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { citation, numberOf } from '../policy/parameter.ts'
import { endOfDay, localDate } from '../time/local.ts'
import { addWorkingDays } from '../time/working.ts'
import { signatories } from './parameters.ts'

/** What the fact `drafted` says. */
export interface Drafted {
  rulebookId: string
}

/** What the fact `published` says: who publicises it, and whom it binds. */
export interface Published {
  version: number
  managerIds: string[]
  boundIds: string[]
}

/** What the fact `bound` says: who came to be bound after the publication. */
export interface Bound {
  boundIds: string[]
}

/** What a promise of a draft means: who signs, who publishes, who publicises, who acknowledges. */
export function owedByRulebook(promise: string, view: CaseView): Owed[] {
  const drafted = latest(view, 'drafted')
  if (!drafted) return []
  const { rulebookId } = drafted.data as unknown as Drafted
  const approvers = signatories(view.terms, 'approvers', rulebookId)
  const { roles, ...cited } = approvers
  const anchorAt = view.facts.at(-1)!.occurredAt
  const prompt: Due = promptDecision(view, anchorAt, 'rulebook.decideTarget')
  switch (promise) {
    case 'draft':
      return [{ ...cited, bearer: { personId: drafted.byId! }, anchorAt, due: { kind: 'none' } }]
    case 'review': {
      const { roles: reviewers, ...asked } = signatories(view.terms, 'reviewers', rulebookId)
      return reviewers.map((role) => ({ ...asked, bearer: { role }, anchorAt, due: prompt }))
    }
    case 'approve':
      return roles.map((role) => ({ ...cited, bearer: { role }, anchorAt, due: prompt }))
    case 'publish':
      return [{ ...cited, bearer: { role: roles.at(-1)! }, anchorAt, due: { kind: 'none' } }]
    case 'publicise':
    case 'acknowledge':
      return owedOnPublication(promise, view)
    default:
      throw new Error(`a rulebook knows no promise ${promise}`)
  }
}

/**
 * S2-T2-3.9-3: each manager publicises, promptly; each person bound acknowledges, within the days of the house rule, which
 * begin for who is bound later when they are.
 */
function owedOnPublication(promise: 'publicise' | 'acknowledge', view: CaseView): Owed[] {
  const published = latest(view, 'published')
  if (!published) return []
  const { managerIds, boundIds } = published.data as unknown as Published
  const to = (ids: readonly string[], key: string, anchorAt: Instant, due: Due): Owed[] =>
    ids.map((personId) => ({ ...citation(view.terms, key), bearer: { personId }, anchorAt, due }))
  if (promise === 'publicise') {
    const { occurredAt: at } = published
    return to(managerIds, 'rulebook.publicisers', at, promptDecision(view, at, 'rulebook.decideTarget'))
  }
  const later = all(view, 'bound').map(({ occurredAt, data }) => ({
    at: occurredAt,
    ids: (data as unknown as Bound).boundIds,
  }))
  return [{ at: published.occurredAt, ids: boundIds }, ...later].flatMap(({ at, ids }) =>
    to(ids, 'rulebook.acknowledgeWithin', at, { kind: 'by', edge: 'within', ...acknowledgeBy(view, at) }),
  )
}

function acknowledgeBy({ terms, calendar }: CaseView, askedAt: Instant): { at: Instant; provisional: boolean } {
  const days = numberOf(terms, 'rulebook.acknowledgeWithin')
  const { on, provisional } = addWorkingDays(calendar, localDate(askedAt), days)
  return { at: endOfDay(on), provisional }
}
