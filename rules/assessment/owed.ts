import { latest, type CaseView } from '../case.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { citation, isBlank, numberOf } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'
import { endOfDay, localDate } from '../time/local.ts'
import { workingDaysFrom } from '../time/working.ts'
import type { AssessmentPromise, SheetScope } from './labels.ts'

/**
 * S0-A-6.4: last month's sheet within the first three working days of the month, counted from its first day; late is
 * shown and costs nothing. Sent back, it is issued again without a clock. The supervisor's own sheet is issued by the
 * general manager, which is the signature too.
 */
export function owedByAssessment(promise: string, view: CaseView): Owed[] {
  const opened = latest(view, 'opened')!
  const { scope } = opened.data as { scope: SheetScope }
  const cited = citation(view.terms, 'assessment.within')
  const to = (bearer: Role, recipient: Role, anchorAt: number, due: Due): Owed[] => [
    { ...cited, bearer: { role: bearer }, recipient: { role: recipient }, anchorAt, due },
  ]
  const returned = latest(view, 'returned')
  switch (promise as AssessmentPromise) {
    case 'issue': {
      const anchorAt = returned?.occurredAt ?? view.startedAt
      return to(issuerOf(scope), 'companyGm', anchorAt, returned ? { kind: 'none' } : issueDue(view))
    }
    case 'sign':
      if (scope === 'supervisor') return []
      return to('companyGm', 'finance', latest(view, 'issued')?.occurredAt ?? view.startedAt, { kind: 'none' })
    case 'acknowledge':
      return to('finance', 'companyGm', view.facts.at(-1)!.occurredAt, { kind: 'none' })
    default:
      throw new Error(`an assessment sheet knows no promise ${promise}`)
  }
}

/** Who issues a sheet: nobody their own. */
export const issuerOf = (scope: SheetScope): Role => (scope === 'supervisor' ? 'companyGm' : 'serviceSupervisor')

/** When a sheet is to be issued: the last second of the month's third working day, or as many as the rulebook says. */
export function issueDue(view: Pick<CaseView, 'terms' | 'calendar' | 'startedAt'>): Due {
  if (isBlank(view.terms, 'assessment.within')) return { kind: 'unset' }
  const days = Math.max(1, numberOf(view.terms, 'assessment.within'))
  const { on, provisional } = workingDaysFrom(view.calendar, localDate(view.startedAt), days)
  return { kind: 'by', at: endOfDay(on), edge: 'within', provisional }
}
