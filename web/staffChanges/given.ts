import type { Ground } from '../../rules/staffChange/parameters.ts'
import { fileIds } from '../parts/fileIds.ts'
import { isoOf } from '../parts/time.ts'
import type { Values } from '../parts/useFields.ts'
import { asksOf, datesOf, daysOf, type Preview } from './usePlan.ts'

const peopleOf = (values: Values, found: Preview) => ({
  projectId: values['projectId']!,
  outgoingId: values['outgoingId']!,
  incomingId: values['incomingId'] || undefined,
  asks: asksOf(values, found),
})

/** A change as it is handed in. */
export function changeOf(values: Values, found: Preview) {
  const plan = { ...datesOf(values), takesOverOn: values['takesOverOn']! }
  return { ...peopleOf(values, found), plan, handoverDays: daysOf(values) }
}

/** A demand as it is handed in; its dates may be left open. */
export function demandOf(values: Values, found: Preview) {
  const ground = values['ground'] as Ground
  const [documentId] = fileIds(values['documentId'])
  return {
    ...peopleOf(values, found),
    plan: datesOf(values),
    demandedAt: isoOf(values['demandedAt']!),
    ground,
    documentId,
  }
}
