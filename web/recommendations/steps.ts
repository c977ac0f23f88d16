import { step } from '../cases/step.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/windows.ts'

/** The general manager decides; without a yes nothing of it happens. */
export const recommendationSteps = [
  step({
    promise: 'decide',
    title: words.decide,
    may: 'recommendation.decide',
    fields: [
      {
        name: 'approved',
        label: words.decision,
        kind: 'choice',
        options: [
          { value: 'yes', label: words.approve },
          { value: 'no', label: words.refuse },
        ],
      },
      { name: 'note', label: texts.common.reason, kind: 'long', hint: words.noted },
    ],
    operation: 'post /api/recommendations/{id}/decision',
    given: (id, values) => ({
      params: { id },
      body: { approved: values['approved'] === 'yes', note: values['note']! },
    }),
  }),
]
