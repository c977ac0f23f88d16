import { step } from '../cases/step.ts'
import { isoOf } from '../parts/time.ts'
import { texts } from '../texts/index.ts'

const { incidents, common } = texts

/** What is done about an incident besides its calls and its report, which have forms of their own. */
export const incidentSteps = [
  step({
    promise: 'track',
    title: incidents.track,
    may: 'incident.act',
    fields: [
      { name: 'result', label: incidents.result, kind: 'long' },
      { name: 'occurredAt', label: common.happenedAt, kind: 'time' },
    ],
    operation: 'post /api/incidents/{id}/result',
    given: (id, values) => ({
      params: { id },
      body: { result: values['result']!, occurredAt: isoOf(values['occurredAt']!) },
    }),
  }),
]
