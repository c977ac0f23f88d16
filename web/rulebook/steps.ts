import type { Grant } from '../../rules/permissions.ts'
import { step } from '../cases/step.ts'
import type { Case } from '../cases/useCase.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'

const { common } = texts

/** Whether a signature of this kind is asked of one of my roles. */
const asksMe = (promise: string) => (of: Case, _: string, grants: readonly Grant[]) =>
  of.obligations.some(
    (one) => one.promise === promise && one.work === 'open' && grants.some(({ role }) => role === one.bearerRole),
  )
const decision = [
  {
    name: 'approved',
    label: words.decision,
    kind: 'choice',
    options: [
      { value: 'yes', label: words.pass },
      { value: 'no', label: words.sendBack },
    ],
  },
  { name: 'reason', label: common.reason, kind: 'long' },
] as const
const decided = (id: string, values: Record<string, string>) => ({
  params: { id },
  body: { approved: values['approved'] === 'yes', reason: values['reason']! },
})

/** The way of a draft, signature by signature. */
export const rulebookSteps = [
  step({
    promise: 'draft',
    title: words.submit,
    may: 'rulebook.draft',
    mine: true,
    fields: [],
    operation: 'post /api/rulebook-drafts/{id}/submission',
    given: (id) => ({ params: { id }, body: {} }),
  }),
  step({
    promise: 'review',
    title: words.signReview,
    may: 'rulebook.sign',
    when: asksMe('review'),
    fields: decision,
    operation: 'post /api/rulebook-drafts/{id}/review',
    given: decided,
  }),
  step({
    promise: 'approve',
    title: words.signApproval,
    may: 'rulebook.sign',
    when: asksMe('approve'),
    fields: decision,
    operation: 'post /api/rulebook-drafts/{id}/approval',
    given: decided,
  }),
  step({
    promise: 'publish',
    title: words.publish,
    may: 'rulebook.sign',
    when: asksMe('publish'),
    fields: [{ name: 'effectiveOn', label: words.effectiveOn, kind: 'date', optional: true, hint: words.erratumHint }],
    operation: 'post /api/rulebook-drafts/{id}/publication',
    given: (id, values) => ({ params: { id }, body: { effectiveOn: values['effectiveOn'] || undefined } }),
  }),
  step({
    promise: 'publicise',
    title: words.publicise,
    may: 'rulebook.sign',
    mine: true,
    fields: [],
    operation: 'post /api/rulebook-drafts/{id}/publicising',
    given: (id) => ({ params: { id }, body: {} }),
  }),
  step({
    promise: null,
    title: words.withdraw,
    may: 'rulebook.draft',
    when: ({ facts }, personId) =>
      facts.some(({ kind, byId }) => kind === 'drafted' && byId === personId) &&
      !facts.some(({ kind }) => kind === 'published'),
    fields: [],
    operation: 'post /api/rulebook-drafts/{id}/withdrawal',
    given: (id) => ({ params: { id }, body: {} }),
  }),
]

/** That somebody looked through a rulebook, whether or not anything has to change; the id is the rulebook's. */
export const reviewStep = step({
  promise: null,
  title: words.review,
  may: 'rulebook.draft',
  fields: [{ name: 'note', label: words.reviewNote, kind: 'long' }],
  operation: 'post /api/rulebooks/{id}/reviews',
  given: (id, values) => ({ params: { id }, body: { note: values['note']! } }),
})
