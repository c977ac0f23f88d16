import { clientRoles } from '../../../rules/staffChange/actions.ts'
import { roles } from '../../../rules/roles.ts'
import type { StepField } from '../../cases/step.ts'
import { fileIds } from '../../parts/fileIds.ts'
import { isoOf } from '../../parts/time.ts'
import type { Values } from '../../parts/useFields.ts'
import { texts } from '../../texts/index.ts'
import { changes as words } from '../../texts/staffChanges.ts'

const { common } = texts
export type ClientRole = (typeof clientRoles)[number]

export const at: StepField = { name: 'occurredAt', label: common.happenedAt, kind: 'time' }
export const when = (values: Values) => ({ occurredAt: isoOf(values['occurredAt']!) })
export const reason: StepField = { name: 'reason', label: common.reason, kind: 'long' }
export const bodies = clientRoles.map((value) => ({ value, label: roles[value] }))
/** Whose decision it is: the client's people in their own body's name, HR with the signed paper. */
export const deciding: StepField[] = [
  { name: 'role', label: words.body, kind: 'choice', optional: true, options: bodies, hint: words.bodyHelp },
  { name: 'paper', label: words.paper, kind: 'files', optional: true },
  at,
]
export const decidedBy = (values: Values) => ({
  ...when(values),
  role: (values['role'] || undefined) as ClientRole | undefined,
  documentId: fileIds(values['paper'])[0],
})
/** One of two answers. */
export const yesOrNo = (name: string, label: StepField['label'], yes: StepField['label'], no: StepField['label']) =>
  ({
    name,
    label,
    kind: 'choice',
    options: [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ],
  }) as const
