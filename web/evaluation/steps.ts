import { step } from '../cases/step.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'

/** What else is done about an evaluation; scoring it and saying what follows stand in its panel. */
export const evaluationSteps = [
  step({
    promise: 'assess',
    title: words.cancel,
    may: 'evaluation.assess',
    when: (of) => of.facts.some(({ kind, byId }) => kind === 'opened' && byId !== null),
    fields: [{ name: 'reason', label: texts.common.reason, kind: 'long' }],
    operation: 'post /api/evaluations/{id}/cancellation',
    given: (id, values) => ({ params: { id }, body: { reason: values['reason']! } }),
  }),
]

/** What is done about a proposed reward or disciplinary measure. */
export const measureSteps = [
  step({
    promise: 'decide',
    title: words.decide,
    may: 'measure.decide',
    fields: [
      {
        name: 'approved',
        label: words.decision,
        kind: 'choice',
        options: [
          { value: 'yes', label: words.approve },
          { value: 'no', label: words.decline },
        ],
      },
      { name: 'explanation', label: words.explanation, kind: 'long' },
    ],
    operation: 'post /api/measures/{id}/decision',
    given: (id, values) => ({
      params: { id },
      body: { approved: values['approved'] === 'yes', explanation: values['explanation']! },
    }),
  }),
  step({
    promise: 'carryOut',
    title: words.carryOut,
    may: 'measure.carryOut',
    fields: [{ name: 'note', label: words.carriedOut, kind: 'long' }],
    operation: 'post /api/measures/{id}/carrying-out',
    given: (id, values) => ({ params: { id }, body: { note: values['note']! } }),
  }),
]
