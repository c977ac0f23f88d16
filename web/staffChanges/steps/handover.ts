import { staffChangePromises as promises } from '../../../rules/staffChange/labels.ts'
import { DELIVERABLES } from '../../../rules/staffChange/parameters.ts'
import { step } from '../../cases/step.ts'
import { fileIds } from '../../parts/fileIds.ts'
import { changes as words } from '../../texts/staffChanges.ts'
import { at, when } from './parts.ts'

const conduct = 'staffChange.conduct'
const handOver = 'staffChange.handOver'

/** The trial, the handover with its deliverables, and its form. */
export const handoverSteps = [
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
]
