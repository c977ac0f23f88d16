import { step } from '../cases/step.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/reports.ts'

/** The way of a sheet: issued, signed or sent back, carried out. */
export const assessmentSteps = [
  step({
    promise: 'issue',
    title: words.issue,
    may: 'assessment.issue',
    fields: [],
    operation: 'post /api/assessments/{id}/issue',
    given: (id) => ({ params: { id }, body: {} }),
  }),
  step({
    promise: 'sign',
    title: words.sign,
    may: 'assessment.sign',
    fields: [],
    operation: 'post /api/assessments/{id}/signature',
    given: (id) => ({ params: { id }, body: {} }),
  }),
  step({
    promise: 'sign',
    title: words.sendBack,
    may: 'assessment.sign',
    fields: [{ name: 'reason', label: texts.common.reason, kind: 'long' }],
    operation: 'post /api/assessments/{id}/return',
    given: (id, values) => ({ params: { id }, body: { reason: values['reason']! } }),
  }),
  step({
    promise: 'acknowledge',
    title: words.acknowledge,
    may: 'assessment.acknowledge',
    fields: [{ name: 'sha256', label: words.csvChecksum, kind: 'text', hint: words.csvHint }],
    operation: 'post /api/assessments/{id}/acknowledgement',
    given: (id, values) => ({ params: { id }, body: { sha256: values['sha256']!.trim() } }),
  }),
]
