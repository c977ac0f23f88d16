import { WAIVABLE, type Waivable } from '../../../rules/staffChange/change.ts'
import { staffChangePromises as promises } from '../../../rules/staffChange/labels.ts'
import { step } from '../../cases/step.ts'
import type { Case } from '../../cases/useCase.ts'
import { changes as words } from '../../texts/staffChanges.ts'
import { texts } from '../../texts/index.ts'
import { decidedBy, deciding, reason, yesOrNo } from './parts.ts'

const { common } = texts
const decide = 'staffChange.decide'
const owes = (of: Case, ...some: string[]) =>
  of.obligations.some(({ promise, work }) => work === 'open' && some.includes(promise))

/** What the client decides, or HR enters with the signed paper. */
export const clientSteps = [
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
]
