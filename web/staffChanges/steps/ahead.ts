import { staffChangePromises as promises } from '../../../rules/staffChange/labels.ts'
import { step } from '../../cases/step.ts'
import { fileIds } from '../../parts/fileIds.ts'
import { changes as words } from '../../texts/staffChanges.ts'
import { datesOf } from '../usePlan.ts'
import { at, bodies, reason, when, type ClientRole } from './parts.ts'

const conduct = 'staffChange.conduct'

/** What comes before a handover: notice and application. */
export const aheadSteps = [
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
]

/** What changes the plan itself: other dates, other people, or none of it. */
export const changingSteps = [
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
