import { clientRoles } from '../../rules/staffChange/actions.ts'
import { WAIVABLE, type Waivable } from '../../rules/staffChange/change.ts'
import { staffChangePromises as promises } from '../../rules/staffChange/labels.ts'
import { DELIVERABLES } from '../../rules/staffChange/parameters.ts'
import { roles } from '../../rules/roles.ts'
import type { Case } from '../cases/useCase.ts'
import { step, type StepField } from '../cases/step.ts'
import { fileIds } from '../parts/fileIds.ts'
import { isoOf } from '../parts/time.ts'
import type { Values } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { changes as words } from '../texts/staffChanges.ts'
import { datesOf } from './usePlan.ts'

const { common } = texts
const conduct = 'staffChange.conduct'
const handOver = 'staffChange.handOver'
const decide = 'staffChange.decide'
type ClientRole = (typeof clientRoles)[number]

const at: StepField = { name: 'occurredAt', label: common.happenedAt, kind: 'time' }
const when = (values: Values) => ({ occurredAt: isoOf(values['occurredAt']!) })
const reason: StepField = { name: 'reason', label: common.reason, kind: 'long' }
const bodies = clientRoles.map((value) => ({ value, label: roles[value] }))
/** Whose decision it is: the client's people in their own body's name, HR with the signed paper. */
const deciding: StepField[] = [
  { name: 'role', label: words.body, kind: 'choice', optional: true, options: bodies, hint: words.bodyHelp },
  { name: 'paper', label: words.paper, kind: 'files', optional: true },
  at,
]
const decidedBy = (values: Values) => ({
  ...when(values),
  role: (values['role'] || undefined) as ClientRole | undefined,
  documentId: fileIds(values['paper'])[0],
})
const yesOrNo = (name: string, label: StepField['label'], yes: StepField['label'], no: StepField['label']) =>
  ({
    name,
    label,
    kind: 'choice',
    options: [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ],
  }) as const
const owes = (of: Case, ...some: string[]) =>
  of.obligations.some(({ promise, work }) => work === 'open' && some.includes(promise))

/** Everything that is done about a change of resident staff, from the notice to the confirmation form. */
export const changeSteps = [
  step({
    promise: 'notice',
    title: promises.notice!,
    may: conduct,
    fields: [{ name: 'to', label: words.noticeTo, kind: 'flags', optional: true, options: bodies }, at],
    operation: 'post /api/staff-changes/{id}/notice',
    given: (id, values) => {
      const to = (values['to'] ?? '').split(',').filter(Boolean) as ClientRole[]
      return { params: { id }, body: { ...when(values), to: to.length > 0 ? to : undefined } }
    },
  }),
  step({
    promise: 'apply',
    title: promises.apply!,
    may: conduct,
    fields: [
      { name: 'incomingId', label: words.incoming, kind: 'resident', optional: true },
      { name: 'certificates', label: words.certificates, kind: 'files', optional: true },
      { name: 'resume', label: words.resume, kind: 'files', optional: true },
      at,
    ],
    operation: 'post /api/staff-changes/{id}/application',
    given: (id, values) => {
      const of = (kind: 'certificates' | 'resume') =>
        fileIds(values[kind]).map((attachmentId) => ({ kind, attachmentId }))
      const enclosures = [...of('certificates'), ...of('resume')]
      return { params: { id }, body: { ...when(values), incomingId: values['incomingId'] || undefined, enclosures } }
    },
  }),
  step({
    promise: 'approve',
    title: promises.approve!,
    may: decide,
    fields: [
      yesOrNo('approved', words.approve, words.approved, words.refused),
      { ...reason, optional: true },
      ...deciding,
    ],
    operation: 'post /api/staff-changes/{id}/decisions',
    given: (id, values) => ({
      params: { id },
      body: { ...decidedBy(values), approved: values['approved'] === 'yes', reason: values['reason'] || undefined },
    }),
  }),
  step({
    promise: null,
    title: words.waive,
    may: decide,
    when: (of) => owes(of, 'consent', ...WAIVABLE),
    fields: [
      {
        name: 'promise',
        label: words.promise,
        kind: 'choice',
        options: WAIVABLE.map((value) => ({ value, label: promises[value]! })),
      },
      yesOrNo('granted', words.approve, words.grant, words.deny),
      { name: 'workingDays', label: words.consentedDays, kind: 'text', optional: true },
      ...deciding,
    ],
    operation: 'post /api/staff-changes/{id}/waivers',
    given: (id, values) => {
      const promise = values['promise'] as Waivable
      const workingDays = Number(values['workingDays']) || undefined
      return {
        params: { id },
        body: { ...decidedBy(values), promise, granted: values['granted'] === 'yes', workingDays },
      }
    },
  }),
  step({
    promise: 'trial',
    title: promises.trial!,
    may: conduct,
    fields: [at],
    operation: 'post /api/staff-changes/{id}/trial',
    given: (id, values) => ({ params: { id }, body: when(values) }),
  }),
  step({
    promise: 'start',
    title: promises.start!,
    may: handOver,
    fields: [at],
    operation: 'post /api/staff-changes/{id}/handover',
    given: (id, values) => ({ params: { id }, body: when(values) }),
  }),
  ...DELIVERABLES.map((deliverable) =>
    step({
      promise: deliverable,
      title: promises[deliverable]!,
      may: handOver,
      fields: [{ name: 'papers', label: words.papers, kind: 'files', optional: true }, at],
      operation: 'post /api/staff-changes/{id}/deliverables',
      given: (id, values) => ({
        params: { id },
        body: { ...when(values), deliverable, attachmentIds: fileIds(values['papers']) },
      }),
    }),
  ),
  step({
    promise: 'handOver',
    title: promises.handOver!,
    may: handOver,
    fields: [at],
    operation: 'post /api/staff-changes/{id}/completion',
    given: (id, values) => ({ params: { id }, body: when(values) }),
  }),
  step({
    promise: 'confirm',
    title: promises.confirm!,
    may: conduct,
    fields: [{ name: 'form', label: words.form, kind: 'files' }, at],
    operation: 'post /api/staff-changes/{id}/confirmation',
    given: (id, values) => ({ params: { id }, body: { ...when(values), documentId: fileIds(values['form'])[0]! } }),
  }),
  step({
    promise: null,
    title: words.siteTest,
    may: decide,
    closedToo: true,
    when: (of) => of.facts.some(({ kind }) => kind === 'confirmed'),
    fields: [
      yesOrNo('passed', words.siteTest, words.passed, words.failed),
      { name: 'remark', label: common.note, kind: 'long', optional: true },
      ...deciding,
    ],
    operation: 'post /api/staff-changes/{id}/tests',
    given: (id, values) => ({
      params: { id },
      body: { ...decidedBy(values), passed: values['passed'] === 'yes', remark: values['remark'] || undefined },
    }),
  }),
  step({
    promise: null,
    title: words.moveDates,
    may: conduct,
    fields: [
      { name: 'noticeOn', label: words.noticeOn, kind: 'date', optional: true, hint: words.moveHelp },
      { name: 'applyOn', label: words.applyOn, kind: 'date', optional: true },
      { name: 'handoverStartOn', label: words.handoverStartOn, kind: 'date', optional: true },
      { name: 'takesOverOn', label: words.takesOverOn, kind: 'date', optional: true },
      reason,
    ],
    operation: 'post /api/staff-changes/{id}/dates',
    given: (id, values) => ({ params: { id }, body: { plan: datesOf(values), reason: values['reason']! } }),
  }),
  step({
    promise: null,
    title: words.otherPerson,
    may: conduct,
    fields: [
      { name: 'outgoingId', label: words.outgoing, kind: 'resident', optional: true },
      { name: 'incomingId', label: words.incoming, kind: 'resident', optional: true },
      reason,
    ],
    operation: 'post /api/staff-changes/{id}/staff',
    given: (id, values) => ({
      params: { id },
      body: {
        outgoingId: values['outgoingId'] || undefined,
        incomingId: values['incomingId'] || undefined,
        reason: values['reason']!,
      },
    }),
  }),
  step({
    promise: null,
    title: words.withdraw,
    may: conduct,
    fields: [reason],
    operation: 'post /api/staff-changes/{id}/withdrawal',
    given: (id, values) => ({ params: { id }, body: { reason: values['reason']! } }),
  }),
]
