import { OUTCOMES } from '../../rules/appeal/appeal.ts'
import { step } from '../cases/step.ts'
import { fenOf } from '../parts/money.ts'
import { words } from '../texts/ledger.ts'

/** What is done about an appeal. */
export const appealSteps = [
  step({
    promise: 'decide',
    title: words.decideAppeal,
    may: 'appeal.decide',
    fields: [
      {
        name: 'outcome',
        label: words.outcome,
        kind: 'choice',
        options: OUTCOMES.map((value) => ({ value, label: words[value] })),
      },
      { name: 'remainingFen', label: words.remaining, kind: 'text', optional: true, hint: words.remainingHint },
      { name: 'explanation', label: words.explanation, kind: 'long' },
    ],
    operation: 'post /api/appeals/{id}/decision',
    given: (id, values) => ({
      params: { id },
      body: {
        outcome: values['outcome'] as (typeof OUTCOMES)[number],
        remainingFen: values['outcome'] === 'reduced' ? fenOf(values['remainingFen']) : undefined,
        explanation: values['explanation']!,
      },
    }),
  }),
  step({
    promise: 'decide',
    title: words.withdrawAppeal,
    may: 'appeal.own',
    when: ({ facts }, personId) => facts.some(({ kind, byId }) => kind === 'appealed' && byId === personId),
    fields: [],
    operation: 'post /api/appeals/{id}/withdrawal',
    given: (id) => ({ params: { id }, body: {} }),
  }),
]
