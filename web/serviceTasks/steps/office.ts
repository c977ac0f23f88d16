import { FINDINGS, findingLabels, type Finding } from '../../../rules/serviceTask/signature.ts'
import { serviceTaskPromises as promises } from '../../../rules/serviceTask/labels.ts'
import { ASPECTS, aspectLabels, gradeLabels, GRADES, type Grade } from '../../../rules/serviceTask/ratings.ts'
import { step, type StepField } from '../../cases/step.ts'
import { isoOf } from '../../parts/time.ts'
import type { Values } from '../../parts/useFields.ts'
import { texts } from '../../texts/index.ts'
import { taskForms } from '../../texts/serviceTasks.ts'
import { decided, decision, isDone, latestOf, reason, stands } from './parts.ts'

const { tasks, common } = texts
const engineer: StepField = { name: 'engineerId', label: tasks.engineer, kind: 'person', role: 'engineer' }
const noticeFields = ['contactName', 'contactDetails', 'requirement', 'siteSituation'] as const
const clarified = {
  contactName: tasks.contact,
  contactDetails: taskForms.contactDetails,
  requirement: tasks.requirement,
  siteSituation: tasks.site,
}

const findingFields = (findings: readonly Finding[]): StepField[] => [
  {
    name: 'finding',
    label: taskForms.finding,
    kind: 'choice',
    options: findings.map((value) => ({ value, label: findingLabels[value] })),
  },
  { name: 'note', label: common.note, kind: 'long' },
  { name: 'coveredUpById', label: taskForms.coveredUp, kind: 'person', role: 'serviceSupervisor', optional: true },
]
const findingGiven = (id: string, values: Values) => ({
  params: { id },
  body: {
    finding: values['finding'] as Finding,
    note: values['note']!,
    coveredUpById: values['coveredUpById'] || undefined,
  },
})

/** Steps that need no more than a word. */
const agreements = [
  ['agreeReturn', 'post /api/service-tasks/{id}/return-agreement'],
  ['approveExtra', 'post /api/service-tasks/{id}/extra-approval'],
  ['confirm', 'post /api/service-tasks/{id}/confirmation'],
] as const

/** The steps of those who sign, lead, decide and keep the books. */
export const officeSteps = [
  step({
    promise: 'sign',
    title: promises.sign,
    may: 'serviceTask.sign',
    role: 'companyGm',
    fields: [],
    operation: 'post /api/service-tasks/{id}/signature',
    given: (id) => ({ params: { id }, body: {} }),
  }),
  step({
    promise: 'sign',
    title: taskForms.signForGm,
    may: 'serviceTask.sign',
    role: 'serviceDirector',
    fields: [
      {
        name: 'ground',
        label: tasks.ground,
        kind: 'choice',
        options: [
          { value: 'gmAway', label: tasks.gmAway },
          { value: 'direct', label: tasks.direct },
        ],
      },
    ],
    operation: 'post /api/service-tasks/{id}/signature',
    given: (id, values) => ({ params: { id }, body: { ground: values['ground'] as 'gmAway' | 'direct' } }),
  }),
  step({
    promise: 'assign',
    title: promises.assign,
    may: 'serviceTask.assign',
    fields: [engineer],
    operation: 'post /api/service-tasks/{id}/assignments',
    given: (id, values) => ({ params: { id }, body: { engineerId: values['engineerId']! } }),
  }),
  step({
    promise: null,
    title: taskForms.reassign,
    may: 'serviceTask.assign',
    when: (of) => isDone(of, 'assign') && stands(of, 'assigned', 'declined') && !isDone(of, 'confirm'),
    fields: [engineer],
    operation: 'post /api/service-tasks/{id}/assignments',
    given: (id, values) => ({ params: { id }, body: { engineerId: values['engineerId']! } }),
  }),
  step({
    promise: 'decideDecline',
    title: promises.decideDecline,
    may: 'serviceTask.supervise',
    fields: decision,
    operation: 'post /api/service-tasks/{id}/refusal-decision',
    given: (id, values) => {
      const { approved: granted, reason } = decided(values)
      return { params: { id }, body: { granted, reason } }
    },
  }),
  step({
    promise: 'clarify',
    title: promises.clarify,
    may: 'serviceTask.clarify',
    mine: true,
    fields: noticeFields.map((name) => ({ name, label: clarified[name], kind: 'long', optional: true })),
    operation: 'post /api/service-tasks/{id}/clarification',
    given: (id, values) => {
      const notice = Object.fromEntries(noticeFields.map((name) => [name, values[name]?.trim() || undefined]))
      return { params: { id }, body: { notice } }
    },
  }),
  step({
    promise: 'approvePlan',
    title: promises.approvePlan,
    may: 'serviceTask.supervise',
    fields: decision,
    operation: 'post /api/service-tasks/{id}/plan-decision',
    given: (id, values) => ({ params: { id }, body: decided(values) }),
  }),
  step({
    promise: 'complete',
    title: taskForms.decideRevision,
    may: 'serviceTask.supervise',
    when: (of) => stands(of, 'revisionAsked', 'revisionDecided'),
    fields: decision,
    operation: 'post /api/service-tasks/{id}/revision-decision',
    given: (id, values) => ({ params: { id }, body: decided(values) }),
  }),
  step({
    promise: null,
    title: taskForms.confirmCompletion,
    may: 'serviceTask.supervise',
    when: (of) => latestOf(of, 'completed')?.provisional === true && !isDone(of, 'rate'),
    fields: [],
    operation: 'post /api/service-tasks/{id}/completion-confirmation',
    given: (id) => ({ params: { id }, body: {} }),
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
    promise: 'decideSignature',
    title: promises.decideSignature,
    may: 'serviceTask.decideSignature',
    fields: findingFields(FINDINGS.filter((finding) => finding !== 'forged')),
    operation: 'post /api/service-tasks/{id}/signature-decision',
    given: findingGiven,
  }),
  step({
    promise: null,
    title: taskForms.findForged,
    may: 'serviceTask.decideSignature',
    closedToo: true,
    when: (of) => stands(of, 'rated', 'signatureForged'),
    fields: findingFields(['forged']),
    operation: 'post /api/service-tasks/{id}/signature-decision',
    given: findingGiven,
  }),
  step({
    promise: null,
    title: taskForms.correctRating,
    may: 'serviceTask.supervise',
    closedToo: true,
    when: (of) => stands(of, 'rated', 'signatureForged'),
    fields: [
      ...ASPECTS.map((aspect): StepField => ({
        name: aspect,
        label: aspectLabels[aspect],
        kind: 'choice',
        options: GRADES.map((value) => ({ value, label: gradeLabels[value] })),
        optional: true,
      })),
      { name: 'signedAt', label: taskForms.signedAt, kind: 'time', optional: true },
      reason,
    ],
    operation: 'post /api/service-tasks/{id}/rating-correction',
    given: (id, values) => {
      const [attitude, skill, result] = ASPECTS.map((aspect) => values[aspect] as Grade | '')
      const scores = attitude && skill && result ? { attitude, skill, result } : undefined
      const signedAt = values['signedAt'] ? isoOf(values['signedAt']) : undefined
      return { params: { id }, body: { scores, signedAt, reason: values['reason']! } }
    },
  }),
  step({
    promise: 'register',
    title: promises.register,
    may: 'serviceTask.register',
    fields: [{ name: 'ledgerNumber', label: tasks.ledgerNumber, kind: 'text' }],
    operation: 'post /api/service-tasks/{id}/registration',
    given: (id, values) => ({ params: { id }, body: { ledgerNumber: values['ledgerNumber']! } }),
  }),
]
