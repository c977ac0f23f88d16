import { step } from '../cases/step.ts'
import { isoOf } from '../parts/time.ts'
import { words } from '../texts/accidents.ts'
import { texts } from '../texts/index.ts'
import { groundOf, groundOptions } from './grounds.ts'

const { common } = texts
const at = { name: 'occurredAt', label: common.happenedAt, kind: 'time' } as const
const when = (values: Record<string, string>) => ({ occurredAt: isoOf(values['occurredAt']!) })

/** What is done about a service accident, in the order in which it is owed, and what corrects the record of it. */
export const accidentSteps = [
  step({
    promise: 'mobilise',
    title: words.mobilise,
    may: 'accident.lead',
    fields: [{ name: 'note', label: words.mobiliseNote, kind: 'long' }, at],
    operation: 'post /api/accidents/{id}/mobilisation',
    given: (id, values) => ({ params: { id }, body: { note: values['note']!, ...when(values) } }),
  }),
  step({
    promise: 'solve',
    title: words.attempt,
    may: 'accident.lead',
    fields: [
      {
        name: 'solved',
        label: words.solved,
        kind: 'choice',
        options: [
          { value: 'yes', label: common.yes },
          { value: 'no', label: common.no },
        ],
      },
      { name: 'note', label: words.attemptNote, kind: 'long' },
      at,
    ],
    operation: 'post /api/accidents/{id}/attempt',
    given: (id, values) => ({
      params: { id },
      body: { note: values['note']!, solved: values['solved'] === 'yes', ...when(values) },
    }),
  }),
  step({
    promise: 'fallback',
    title: words.fallback,
    may: 'accident.lead',
    fields: [{ name: 'note', label: words.solution, kind: 'long' }, at],
    operation: 'post /api/accidents/{id}/fallback',
    given: (id, values) => ({ params: { id }, body: { note: values['note']!, ...when(values) } }),
  }),
  step({
    promise: 'resolve',
    title: words.resolve,
    may: 'accident.lead',
    fields: [{ name: 'note', label: words.attemptNote, kind: 'long' }, at],
    operation: 'post /api/accidents/{id}/resolution',
    given: (id, values) => ({ params: { id }, body: { note: values['note']!, ...when(values) } }),
  }),
  step({
    promise: 'reflect',
    title: words.reflect,
    may: 'accident.own',
    mine: true,
    fields: [{ name: 'text', label: words.reflection, kind: 'long' }],
    operation: 'post /api/accidents/{id}/reflection',
    given: (id, values) => ({ params: { id }, body: { text: values['text']! } }),
  }),
  step({
    promise: 'review',
    title: words.review,
    may: 'accident.lead',
    fields: [{ name: 'note', label: words.conclusion, kind: 'long' }, at],
    operation: 'post /api/accidents/{id}/review',
    given: (id, values) => ({ params: { id }, body: { note: values['note']!, ...when(values) } }),
  }),
  step({
    promise: 'bulletin',
    title: words.bulletin,
    may: 'accident.lead',
    fields: [
      { name: 'title', label: words.bulletinTitle, kind: 'text' },
      { name: 'body', label: words.bulletinBody, kind: 'long' },
    ],
    operation: 'post /api/accidents/{id}/bulletin',
    given: (id, values) => ({ params: { id }, body: { title: values['title']!, body: values['body']! } }),
  }),
  step({
    promise: null,
    title: words.lateBulletin,
    may: 'accident.drop',
    closedToo: true,
    fields: [{ name: 'reason', label: common.reason, kind: 'long', hint: words.lateBulletinHint }],
    operation: 'post /api/accidents/{id}/late-bulletin',
    given: (id, values) => ({ params: { id }, body: { reason: values['reason']! } }),
  }),
  step({
    promise: null,
    title: words.addGround,
    may: 'accident.report',
    closedToo: true,
    fields: [
      { name: 'ground', label: words.ground, kind: 'choice', options: groundOptions },
      { name: 'source', label: words.source, kind: 'text' },
      { ...at, label: words.groundAt },
    ],
    operation: 'post /api/accidents/{id}/grounds',
    given: (id, values) => ({
      params: { id },
      body: { ground: groundOf(values['ground']!), source: values['source']!, ...when(values) },
    }),
  }),
  step({
    promise: null,
    title: words.correctTime,
    may: 'accident.drop',
    closedToo: true,
    fields: [
      { ...at, label: words.occurredAt },
      { name: 'reason', label: common.reason, kind: 'long' },
    ],
    operation: 'post /api/accidents/{id}/time',
    given: (id, values) => ({ params: { id }, body: { reason: values['reason']!, ...when(values) } }),
  }),
]

/** The general manager finds one ground untrue: a form of its own beside that ground. */
export const dropStep = (groundId: string) =>
  step({
    promise: null,
    title: words.dropGround,
    may: 'accident.drop',
    fields: [{ name: 'reason', label: common.reason, kind: 'long' }],
    operation: 'post /api/accidents/{id}/dropped-grounds',
    given: (id, values) => ({ params: { id }, body: { groundId, reason: values['reason']! } }),
  })
