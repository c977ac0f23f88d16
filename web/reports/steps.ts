import { step } from '../cases/step.ts'
import { isoOf } from '../parts/time.ts'
import { words } from '../texts/reports.ts'

/** What is done about a report beside handing it in, for which its panel has the form. */
export const reportSteps = [
  step({
    promise: 'follow',
    title: words.follow,
    may: 'report.submit',
    mine: true,
    fields: [
      { name: 'occurredAt', label: words.when, kind: 'time' },
      { name: 'note', label: words.followed, kind: 'long' },
    ],
    operation: 'post /api/reports/{id}/following',
    given: (id, values) => ({
      params: { id },
      body: { occurredAt: isoOf(values['occurredAt']!), note: values['note']! },
    }),
  }),
  step({
    promise: null,
    title: words.recordReceipt,
    may: 'report.receive',
    when: ({ obligations }, personId) =>
      obligations.some(({ work, bearerId }) => work === 'open' && bearerId !== null && bearerId !== personId),
    fields: [
      { name: 'receivedAt', label: words.receivedAt, kind: 'time' },
      { name: 'note', label: words.how, kind: 'long' },
    ],
    operation: 'post /api/reports/{id}/receipt',
    given: (id, values) => ({
      params: { id },
      body: { receivedAt: isoOf(values['receivedAt']!), note: values['note']! },
    }),
  }),
]
