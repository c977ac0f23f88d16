import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useMay } from '../shell/session.tsx'
import { kindOf } from './kinds.ts'

export type Case = Answer<'get /api/cases/{id}'>

/**
 * A whole case. The client's and the contractor's people read no cases but their own changes of staff, which have a file
 * of their own: what the timer did and what it cost are the department's business.
 */
export function useCase(id: string) {
  const may = useMay()
  const isGuest = !may('case.read') && kindOf(id) === 'staffChange'
  const whole = useAsk('get /api/cases/{id}', { params: { id } }, { enabled: !isGuest })
  const change = useAsk('get /api/staff-changes/{id}', { params: { id } }, { enabled: isGuest })
  if (!isGuest) return whole
  const facts = change.data?.facts.map((fact) => ({ ...fact, forId: null, knownAt: null, provisional: false })) ?? []
  const data: Case | undefined = change.data && {
    ...change.data,
    kind: 'staffChange',
    facts,
    steps: [],
    entries: [],
    barred: [],
  }
  return { data, error: change.error, isPending: change.isPending, refetch: change.refetch }
}
