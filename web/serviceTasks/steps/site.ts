import { NOT_SIGNED, notSignedLabels } from '../../../rules/serviceTask/signature.ts'
import { serviceTaskPromises as promises } from '../../../rules/serviceTask/labels.ts'
import { ASPECTS, aspectLabels, gradeLabels, GRADES, type Grade } from '../../../rules/serviceTask/ratings.ts'
import { step, type StepField } from '../../cases/step.ts'
import { deviceName } from '../../client/device.ts'
import { pairsOf } from '../../parts/SpecialFields.tsx'
import { isoOf } from '../../parts/time.ts'
import { texts } from '../../texts/index.ts'
import { taskForms } from '../../texts/serviceTasks.ts'
import { at, isDone, isMine, when } from './parts.ts'

const { tasks, common } = texts
const mine = { may: 'serviceTask.work', mine: true } as const

/** Acts that only say when they happened. */
const acts = [
  ['depart', 'post /api/service-tasks/{id}/departure'],
  ['arrive', 'post /api/service-tasks/{id}/arrival'],
  ['complete', 'post /api/service-tasks/{id}/completion'],
  ['return', 'post /api/service-tasks/{id}/return'],
] as const

const score = (aspect: (typeof ASPECTS)[number]): StepField => ({
  name: aspect,
  label: aspectLabels[aspect],
  kind: 'choice',
  options: GRADES.map((value) => ({ value, label: gradeLabels[value] })),
})

/** On the way, at the site and back (S0-A-3.7 to 3.18). All of it can be done without network and sent later. */
export const siteSteps = [
  ...acts.map(([promise, operation]) =>
    step({
      ...mine,
      promise,
      title: promises[promise],
      fields: [at],
      operation,
      given: (id, values) => ({ params: { id }, body: when(values) }),
    }),
  ),
  step({
    ...mine,
    promise: 'callOnArrival',
    title: promises.callOnArrival,
    fields: [{ name: 'serviceAt', label: taskForms.serviceAt, kind: 'time', optional: true }, at],
    operation: 'post /api/service-tasks/{id}/arrival-call',
    given: (id, values) => ({
      params: { id },
      body: { ...when(values), serviceAt: values['serviceAt'] ? isoOf(values['serviceAt']) : undefined },
    }),
  }),
  step({
    ...mine,
    promise: 'record',
    title: promises.record,
    fields: [
      { name: 'work', label: tasks.work, kind: 'long' },
      { name: 'resolution', label: tasks.resolution, kind: 'long' },
      {
        name: 'materials',
        label: taskForms.materials,
        kind: 'pairs',
        heads: [taskForms.material, taskForms.quantity],
        optional: true,
      },
      at,
    ],
    operation: 'post /api/service-tasks/{id}/record',
    given: (id, values) => ({
      params: { id },
      body: {
        ...when(values),
        work: values['work']!,
        resolution: values['resolution']!,
        materials: pairsOf(values['materials']).map(([item, quantity]) => ({ item, quantity })),
      },
    }),
  }),
  step({
    ...mine,
    promise: 'rate',
    title: promises.rate,
    fields: [
      ...ASPECTS.map(score),
      { name: 'signature', label: taskForms.signature, kind: 'signature', at: at.name },
      at,
    ],
    operation: 'post /api/service-tasks/{id}/rating',
    given: (id, values) => {
      const [attitude, skill, result] = ASPECTS.map((aspect) => values[aspect] as Grade)
      const scores = { attitude: attitude!, skill: skill!, result: result! }
      const body = { ...when(values), scores, signature: values['signature']!, device: deviceName() }
      return { params: { id }, body }
    },
  }),
  step({
    ...mine,
    promise: 'rate',
    title: taskForms.notSigned,
    fields: [
      {
        name: 'why',
        label: common.reason,
        kind: 'choice',
        options: NOT_SIGNED.map((value) => ({ value, label: notSignedLabels[value] })),
      },
      { name: 'note', label: common.note, kind: 'long' },
    ],
    operation: 'post /api/service-tasks/{id}/missing-signature',
    given: (id, values) => ({
      params: { id },
      body: { reason: values['why'] as (typeof NOT_SIGNED)[number], note: values['note']! },
    }),
  }),
  step({
    ...mine,
    promise: 'planReturn',
    title: promises.planReturn,
    fields: [{ name: 'plan', label: tasks.returnPlan, kind: 'long' }, at],
    operation: 'post /api/service-tasks/{id}/return-plan',
    given: (id, values) => ({ params: { id }, body: { ...when(values), plan: values['plan']! } }),
  }),
  step({
    promise: null,
    title: taskForms.workOrder,
    may: 'serviceTask.work',
    when: (of, me) => isMine(of, me) && isDone(of, 'arrive') && !isDone(of, 'record'),
    fields: [{ name: 'work', label: taskForms.workSoFar, kind: 'long' }, at],
    operation: 'post /api/service-tasks/{id}/work-orders',
    given: (id, values) => ({ params: { id }, body: { ...when(values), work: values['work']! } }),
  }),
  step({
    promise: null,
    title: taskForms.market,
    may: 'serviceTask.work',
    when: (of, me) => isMine(of, me) && isDone(of, 'arrive'),
    fields: [{ name: 'lines', label: taskForms.market, kind: 'pairs', heads: [taskForms.item, taskForms.content] }],
    operation: 'post /api/service-tasks/{id}/market',
    given: (id, values) => ({
      params: { id },
      body: { lines: pairsOf(values['lines']).map(([item, content]) => ({ item, content })) },
    }),
  }),
  step({
    promise: null,
    title: taskForms.extra,
    may: 'serviceTask.work',
    when: (of, me) => isMine(of, me) && isDone(of, 'arrive') && !isDone(of, 'return'),
    fields: [
      { name: 'requirement', label: tasks.requirement, kind: 'long' },
      { name: 'siteSituation', label: tasks.site, kind: 'long' },
    ],
    operation: 'post /api/service-tasks/{id}/extras',
    given: (id, values) => ({
      params: { id },
      body: { requirement: values['requirement']!, siteSituation: values['siteSituation']! },
    }),
  }),
]
