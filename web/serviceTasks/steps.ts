import { serviceTaskPromises as promises } from '../../rules/serviceTask/labels.ts'
import { step, type StepField } from '../cases/step.ts'
import { isoOf } from '../parts/time.ts'
import type { Values } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'

const { tasks, common } = texts
const at: StepField = { name: 'occurredAt', label: common.happenedAt, kind: 'time' }
const when = (values: Values) => ({ occurredAt: isoOf(values['occurredAt']!) })
const listOf = (text: string | undefined) =>
  (text ?? '')
    .split(/[,，、\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
const decision: StepField[] = [
  {
    name: 'approved',
    label: tasks.decision,
    kind: 'choice',
    options: [
      { value: 'yes', label: tasks.approved },
      { value: 'no', label: tasks.sentBack },
    ],
  },
  { name: 'reason', label: common.reason, kind: 'long', optional: true },
]

/** Acts that only say when they happened. */
const acts = [
  ['accept', 'post /api/service-tasks/{id}/acceptance'],
  ['depart', 'post /api/service-tasks/{id}/departure'],
  ['arrive', 'post /api/service-tasks/{id}/arrival'],
  ['callOnArrival', 'post /api/service-tasks/{id}/arrival-call'],
  ['complete', 'post /api/service-tasks/{id}/completion'],
  ['return', 'post /api/service-tasks/{id}/return'],
] as const
const agreements = [
  ['agreeReturn', 'post /api/service-tasks/{id}/return-agreement'],
  ['approveExtra', 'post /api/service-tasks/{id}/extra-approval'],
  ['confirm', 'post /api/service-tasks/{id}/confirmation'],
] as const

/** The steps of a service task that need no more than a few words. Scores and the signature are taken at the site. */
export const taskSteps = [
  step({
    promise: 'sign',
    title: promises.sign,
    may: 'serviceTask.sign',
    fields: [
      {
        name: 'ground',
        label: tasks.ground,
        kind: 'choice',
        optional: true,
        options: [
          { value: 'gmAway', label: tasks.gmAway },
          { value: 'direct', label: tasks.direct },
        ],
      },
    ],
    operation: 'post /api/service-tasks/{id}/signature',
    given: (id, values) => ({
      params: { id },
      body: { ground: (values['ground'] || undefined) as 'direct' | undefined },
    }),
  }),
  step({
    promise: 'assign',
    title: promises.assign,
    may: 'serviceTask.assign',
    fields: [{ name: 'engineerId', label: tasks.engineer, kind: 'person', role: 'engineer' }],
    operation: 'post /api/service-tasks/{id}/assignments',
    given: (id, values) => ({ params: { id }, body: { engineerId: values['engineerId']! } }),
  }),
  ...acts.map(([promise, operation]) =>
    step({
      promise,
      title: promises[promise],
      may: 'serviceTask.work',
      mine: true,
      fields: [at],
      operation,
      given: (id, values) => ({ params: { id }, body: when(values) }),
    }),
  ),
  step({
    promise: 'confirmSite',
    title: promises.confirmSite,
    may: 'serviceTask.work',
    mine: true,
    fields: [{ name: 'situation', label: tasks.site, kind: 'long' }, at],
    operation: 'post /api/service-tasks/{id}/site-confirmation',
    given: (id, values) => ({ params: { id }, body: { ...when(values), situation: values['situation']! } }),
  }),
  step({
    promise: 'solve',
    title: promises.solve,
    may: 'serviceTask.work',
    mine: true,
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
    promise: 'prepare',
    title: promises.prepare,
    may: 'serviceTask.work',
    mine: true,
    fields: [
      { name: 'tools', label: tasks.tools, kind: 'long' },
      { name: 'documents', label: tasks.documents, kind: 'long', optional: true },
      { name: 'spares', label: tasks.spares, kind: 'long', optional: true },
      at,
    ],
    operation: 'post /api/service-tasks/{id}/preparation',
    given: (id, values) => ({
      params: { id },
      body: {
        ...when(values),
        tools: listOf(values['tools']),
        documents: listOf(values['documents']),
        spares: listOf(values['spares']),
      },
    }),
  }),
  step({
    promise: 'appoint',
    title: promises.appoint,
    may: 'serviceTask.work',
    mine: true,
    fields: [{ name: 'appointmentAt', label: tasks.appointment, kind: 'time' }, at],
    operation: 'post /api/service-tasks/{id}/appointment',
    given: (id, values) => ({
      params: { id },
      body: { ...when(values), appointmentAt: isoOf(values['appointmentAt']!) },
    }),
  }),
  step({
    promise: 'approvePlan',
    title: promises.approvePlan,
    may: 'serviceTask.supervise',
    fields: decision,
    operation: 'post /api/service-tasks/{id}/plan-decision',
    given: (id, values) => ({
      params: { id },
      body: { approved: values['approved'] === 'yes', reason: values['reason'] || undefined },
    }),
  }),
  step({
    promise: 'record',
    title: promises.record,
    may: 'serviceTask.work',
    mine: true,
    fields: [
      { name: 'work', label: tasks.work, kind: 'long' },
      { name: 'resolution', label: tasks.resolution, kind: 'long' },
      at,
    ],
    operation: 'post /api/service-tasks/{id}/record',
    given: (id, values) => ({
      params: { id },
      body: { ...when(values), work: values['work']!, resolution: values['resolution']! },
    }),
  }),
  step({
    promise: 'planReturn',
    title: promises.planReturn,
    may: 'serviceTask.work',
    mine: true,
    fields: [{ name: 'plan', label: tasks.returnPlan, kind: 'long' }, at],
    operation: 'post /api/service-tasks/{id}/return-plan',
    given: (id, values) => ({ params: { id }, body: { ...when(values), plan: values['plan']! } }),
  }),
  ...agreements.map(([promise, operation]) =>
    step({
      promise,
      title: promises[promise],
      may: 'serviceTask.supervise',
      fields: [],
      operation,
      given: (id) => ({ params: { id }, body: {} }),
    }),
  ),
  step({
    promise: 'register',
    title: promises.register,
    may: 'serviceTask.register',
    fields: [{ name: 'ledgerNumber', label: tasks.ledgerNumber, kind: 'text' }],
    operation: 'post /api/service-tasks/{id}/registration',
    given: (id, values) => ({ params: { id }, body: { ledgerNumber: values['ledgerNumber']! } }),
  }),
]
