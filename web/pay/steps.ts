import { step } from '../cases/step.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/pay.ts'

const decided = (id: string, values: Record<string, string>) => ({
  params: { id },
  body: { approved: values['approved'] === 'yes', note: values['note']! },
})
const note = { name: 'note', label: texts.common.reason, kind: 'long' } as const

/** The general manager decides on the half-year's bonus, which its panel has the form to propose. */
export const bonusSteps = [
  step({
    promise: 'decide',
    title: words.decideBonus,
    may: 'pay.decide',
    fields: [
      {
        name: 'approved',
        label: words.decision,
        kind: 'choice',
        options: [
          { value: 'yes', label: words.approve },
          { value: 'no', label: words.sendBack },
        ],
      },
      note,
    ],
    operation: 'post /api/pay/bonuses/{id}/decision',
    given: decided,
  }),
]

/** The general manager's special approval of an allowance. */
export const rateSteps = [
  step({
    promise: 'decide',
    title: words.decideRate,
    may: 'pay.decide',
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
      note,
    ],
    operation: 'post /api/pay/rates/{id}/decision',
    given: decided,
  }),
]
