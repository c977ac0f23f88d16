import type { Case } from '../../cases/useCase.ts'
import type { StepField } from '../../cases/step.ts'
import { isoOf } from '../../parts/time.ts'
import type { Values } from '../../parts/useFields.ts'
import { texts } from '../../texts/index.ts'

const { tasks, common } = texts

export const at: StepField = { name: 'occurredAt', label: common.happenedAt, kind: 'time' }
export const when = (values: Values) => ({ occurredAt: isoOf(values['occurredAt']!) })
export const reason: StepField = { name: 'reason', label: common.reason, kind: 'long' }

/** What stands between commas or on lines of its own. */
export const listOf = (text: string | undefined) =>
  (text ?? '')
    .split(/[,，、\n]/)
    .map((one) => one.trim())
    .filter(Boolean)

/** Approved, or sent back with a reason. */
export const decision: StepField[] = [
  {
    name: 'approved',
    label: tasks.decision,
    kind: 'choice',
    options: [
      { value: 'yes', label: tasks.approved },
      { value: 'no', label: tasks.sentBack },
    ],
  },
  { ...reason, optional: true },
]
export const decided = (values: Values) => ({
  approved: values['approved'] === 'yes',
  reason: values['reason'] || undefined,
})

/** The latest fact of a kind. */
export const latestOf = (of: Case, kind: string) => of.facts.findLast((fact) => fact.kind === kind)
/** Whether the first of two happened and the other did not undo or answer it since. */
export function stands(of: Case, kind: string, answer: string): boolean {
  const kinds = of.facts.map((fact) => fact.kind)
  return kinds.lastIndexOf(kind) > kinds.lastIndexOf(answer)
}
export const isDone = (of: Case, promise: string) =>
  of.obligations.some((row) => row.promise === promise && row.work === 'done')
/** Whether the task is this person's. */
export const isMine = (of: Case, personId: string) => latestOf(of, 'assigned')?.data['engineerId'] === personId
