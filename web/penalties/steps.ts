import { step } from '../cases/step.ts'
import { fenOf } from '../parts/money.ts'
import { words } from '../texts/ledger.ts'

/** What is done about a penalty or reward that somebody proposed. */
export const penaltySteps = [
  step({
    promise: 'decide',
    title: words.decidePenalty,
    may: 'penalty.decide',
    fields: [
      {
        name: 'approved',
        label: words.outcome,
        kind: 'choice',
        options: [
          { value: 'yes', label: words.approve },
          { value: 'no', label: words.turnDown },
        ],
      },
      { name: 'amountFen', label: words.otherAmount, kind: 'text', optional: true },
      { name: 'explanation', label: words.explanation, kind: 'long' },
    ],
    operation: 'post /api/penalties/{id}/decision',
    given: (id, values) => ({
      params: { id },
      body: {
        approved: values['approved'] === 'yes',
        amountFen: fenOf(values['amountFen']),
        explanation: values['explanation']!,
      },
    }),
  }),
]
