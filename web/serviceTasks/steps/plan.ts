import { ALWAYS_CARRIED } from '../../../rules/serviceTask/form.ts'
import { serviceTaskPromises as promises } from '../../../rules/serviceTask/labels.ts'
import { step } from '../../cases/step.ts'
import { fenOf } from '../../parts/money.ts'
import { isoOf } from '../../parts/time.ts'
import type { Values } from '../../parts/useFields.ts'
import { texts } from '../../texts/index.ts'
import { taskForms } from '../../texts/serviceTasks.ts'
import { at, isDone, isMine, listOf, reason, when } from './parts.ts'

const { tasks } = texts
const mine = { may: 'serviceTask.work', mine: true } as const

/** The travel plan; none where no destination is given, as for a remote task. */
const travelOf = (values: Values) =>
  values['destination']?.trim()
    ? {
        destination: values['destination'],
        transport: values['transport'] ?? '',
        departOn: values['departOn'] ?? '',
        returnOn: values['returnOn'] ?? '',
        costFen: fenOf(values['cost']),
      }
    : undefined

/** Before the trip: from taking the task to the plan (S0-A-3.3a to S0-A-3.6b). */
export const planSteps = [
  step({
    ...mine,
    promise: 'accept',
    title: promises.accept,
    fields: [at],
    operation: 'post /api/service-tasks/{id}/acceptance',
    given: (id, values) => ({ params: { id }, body: when(values) }),
  }),
  step({
    ...mine,
    promise: 'accept',
    title: taskForms.decline,
    fields: [reason],
    operation: 'post /api/service-tasks/{id}/refusal',
    given: (id, values) => ({ params: { id }, body: { reason: values['reason']! } }),
  }),
  step({
    ...mine,
    promise: 'confirmSite',
    title: promises.confirmSite,
    fields: [{ name: 'situation', label: tasks.site, kind: 'long' }, at],
    operation: 'post /api/service-tasks/{id}/site-confirmation',
    given: (id, values) => ({ params: { id }, body: { ...when(values), situation: values['situation']! } }),
  }),
  step({
    ...mine,
    promise: 'confirmSite',
    title: taskForms.siteDiffers,
    fields: [{ name: 'difference', label: taskForms.difference, kind: 'long' }],
    operation: 'post /api/service-tasks/{id}/site-difference',
    given: (id, values) => ({ params: { id }, body: { difference: values['difference']! } }),
  }),
  step({
    ...mine,
    promise: 'solve',
    title: promises.solve,
    fields: [
      { name: 'solution', label: tasks.solution, kind: 'long' },
      {
        name: 'mode',
        label: tasks.mode,
        kind: 'choice',
        options: [
          { value: 'onSite', label: tasks.onSite },
          { value: 'remote', label: tasks.remote },
        ],
      },
      at,
    ],
    operation: 'post /api/service-tasks/{id}/solution',
    given: (id, values) => ({
      params: { id },
      body: { ...when(values), solution: values['solution']!, mode: values['mode'] as 'onSite' | 'remote' },
    }),
  }),
  step({
    ...mine,
    promise: 'prepare',
    title: promises.prepare,
    fields: [
      {
        name: 'carried',
        label: taskForms.carried,
        kind: 'flags',
        options: Object.entries(ALWAYS_CARRIED).map(([value, label]) => ({ value, label })),
      },
      { name: 'tools', label: tasks.tools, kind: 'long', optional: true },
      { name: 'documents', label: tasks.documents, kind: 'long', optional: true },
      { name: 'spares', label: tasks.spares, kind: 'long', optional: true },
      at,
    ],
    operation: 'post /api/service-tasks/{id}/preparation',
    given: (id, values) => ({
      params: { id },
      body: {
        ...when(values),
        tools: [...listOf(values['carried']), ...listOf(values['tools'])],
        documents: listOf(values['documents']),
        spares: listOf(values['spares']),
      },
    }),
  }),
  step({
    ...mine,
    promise: 'appoint',
    title: promises.appoint,
    fields: [{ name: 'appointmentAt', label: tasks.appointment, kind: 'time' }, at],
    operation: 'post /api/service-tasks/{id}/appointment',
    given: (id, values) => ({
      params: { id },
      body: { ...when(values), appointmentAt: isoOf(values['appointmentAt']!) },
    }),
  }),
  step({
    promise: null,
    title: taskForms.moveAppointment,
    may: 'serviceTask.work',
    when: (of, me) => isMine(of, me) && isDone(of, 'appoint') && !isDone(of, 'arrive'),
    fields: [{ name: 'appointmentAt', label: tasks.appointment, kind: 'time' }, at],
    operation: 'post /api/service-tasks/{id}/appointment-change',
    given: (id, values) => ({
      params: { id },
      body: { ...when(values), appointmentAt: isoOf(values['appointmentAt']!) },
    }),
  }),
  step({
    ...mine,
    promise: 'plan',
    title: promises.plan,
    fields: [
      { name: 'estimateAt', label: tasks.estimate, kind: 'time' },
      { name: 'destination', label: taskForms.destination, kind: 'text', optional: true, hint: taskForms.travelHint },
      { name: 'transport', label: taskForms.transport, kind: 'text', optional: true },
      { name: 'departOn', label: taskForms.departOn, kind: 'date', optional: true },
      { name: 'returnOn', label: taskForms.returnOn, kind: 'date', optional: true },
      { name: 'cost', label: taskForms.cost, kind: 'text', optional: true },
    ],
    operation: 'post /api/service-tasks/{id}/plan',
    given: (id, values) => ({
      params: { id },
      body: { estimateAt: isoOf(values['estimateAt']!), travel: travelOf(values) },
    }),
  }),
  step({
    promise: 'complete',
    title: taskForms.revise,
    ...mine,
    when: (of) => of.obligations.some((row) => row.promise === 'complete' && row.dueKind === 'by'),
    fields: [{ name: 'estimateAt', label: tasks.estimate, kind: 'time' }, reason],
    operation: 'post /api/service-tasks/{id}/revision',
    given: (id, values) => ({
      params: { id },
      body: { estimateAt: isoOf(values['estimateAt']!), reason: values['reason']! },
    }),
  }),
  step({
    promise: null,
    title: taskForms.advance,
    may: 'serviceTask.work',
    when: (of, me) => isMine(of, me) && isDone(of, 'plan') && !isDone(of, 'return'),
    fields: [{ name: 'amount', label: taskForms.amount, kind: 'text' }],
    operation: 'post /api/service-tasks/{id}/advance',
    given: (id, values) => ({ params: { id }, body: { amountFen: fenOf(values['amount']) ?? NaN } }),
  }),
]
