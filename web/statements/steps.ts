import { step } from '../cases/step.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/pay.ts'
import { fileIds } from '../parts/fileIds.ts'

/** A statement is written by who owes it, and accepted or sent back by who reads it. */
export const statementSteps = [
  step({
    promise: 'submit',
    title: words.submit,
    may: 'statement.own',
    mine: true,
    fields: [
      { name: 'text', label: words.text, kind: 'long' },
      { name: 'attachmentIds', label: words.files, kind: 'files', optional: true },
    ],
    operation: 'post /api/statements/{id}/submission',
    given: (id, values) => ({
      params: { id },
      body: { text: values['text']!, attachmentIds: fileIds(values['attachmentIds']) },
    }),
  }),
  step({
    promise: 'accept',
    title: words.read,
    may: 'statement.decide',
    mine: true,
    fields: [
      {
        name: 'accepted',
        label: words.decision,
        kind: 'choice',
        options: [
          { value: 'yes', label: words.accept },
          { value: 'no', label: words.sendBack },
        ],
      },
      { name: 'note', label: texts.common.reason, kind: 'long' },
    ],
    operation: 'post /api/statements/{id}/reading',
    given: (id, values) => ({
      params: { id },
      body: { accepted: values['accepted'] === 'yes', note: values['note']! },
    }),
  }),
]
