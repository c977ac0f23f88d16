import { CAUSES, type Cause } from '../../rules/consequence/entry.ts'
import { step, type Step, type StepField } from '../cases/step.ts'
import { fileIds } from '../parts/fileIds.ts'
import { isoOf } from '../parts/time.ts'
import { texts } from '../texts/index.ts'
import { causes, words } from '../texts/ledger.ts'

const { common } = texts

/** Giving a cause, of those that the entry's clause knows. */
export const causeStep = (known: readonly Cause[]): Step => {
  const { fields, ...rest } = entryDeeds.cause
  const only = (field: StepField) =>
    field.kind === 'choice'
      ? { ...field, options: field.options.filter(({ value }) => known.includes(value as Cause)) }
      : field
  return { ...rest, fields: fields.map(only) }
}

/** What can be done about an entry, as forms; the id is the entry's. Each has its obstacle in `GET …/options` under the same name. */
export const entryDeeds = {
  cause: step({
    promise: null,
    title: words.giveCause,
    may: 'ledger.own',
    fields: [
      {
        name: 'cause',
        label: words.cause,
        kind: 'choice',
        options: CAUSES.map((value) => ({ value, label: causes[value] })),
      },
      { name: 'note', label: words.causeNote, kind: 'long' },
    ],
    operation: 'post /api/ledger/{id}/cause',
    given: (id, values) => ({ params: { id }, body: { cause: values['cause'] as Cause, note: values['note']! } }),
  }),
  appeal: step({
    promise: null,
    title: words.appeal,
    may: 'appeal.own',
    fields: [
      { name: 'reason', label: common.reason, kind: 'long' },
      { name: 'attachmentIds', label: words.attachments, kind: 'files', optional: true },
    ],
    operation: 'post /api/ledger/{id}/appeal',
    given: (id, values) => ({
      params: { id },
      body: { reason: values['reason']!, attachmentIds: fileIds(values['attachmentIds']) },
    }),
  }),
  decide: step({
    promise: null,
    title: words.decide,
    may: 'ledger.decide',
    fields: [
      {
        name: 'accepted',
        label: words.outcome,
        kind: 'choice',
        options: [
          { value: 'yes', label: words.accept },
          { value: 'no', label: words.reject },
        ],
      },
      { name: 'note', label: common.reason, kind: 'long' },
    ],
    operation: 'post /api/ledger/{id}/decision',
    given: (id, values) => ({
      params: { id },
      body: { accepted: values['accepted'] === 'yes', note: values['note']! },
    }),
  }),
  waive: step({
    promise: null,
    title: words.waive,
    may: 'ledger.waive',
    fields: [{ name: 'reason', label: common.reason, kind: 'long' }],
    operation: 'post /api/ledger/{id}/waiver',
    given: (id, values) => ({ params: { id }, body: { reason: values['reason']! } }),
  }),
  handOver: step({
    promise: null,
    title: words.handOver,
    may: 'ledger.handOver',
    fields: [
      { name: 'handedAt', label: words.handedAt, kind: 'time' },
      { name: 'note', label: words.handedHow, kind: 'long' },
    ],
    operation: 'post /api/ledger/{id}/hand-over',
    given: (id, values) => ({ params: { id }, body: { handedAt: isoOf(values['handedAt']!), note: values['note']! } }),
  }),
}
