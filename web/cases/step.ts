import type { Action, Grant } from '../../rules/permissions.ts'
import type { Role } from '../../rules/roles.ts'
import type { Text } from '../../rules/text.ts'
import type { Given, Operation } from '../client/ask.ts'
import type { Values } from '../parts/useFields.ts'
import type { Case } from './useCase.ts'

type Owed = Case['obligations'][number]

interface FieldOf {
  name: string
  label: Text
  optional?: boolean
  hint?: Text
}
export type StepField =
  | (FieldOf & { kind: 'time' | 'text' | 'long' | 'date' | 'files' | 'resident' })
  /** `at` names the time that is set when somebody signs. */
  | (FieldOf & { kind: 'signature'; at: string })
  | (FieldOf & { kind: 'person'; role?: Role | ((values: Values) => Role | undefined) })
  | (FieldOf & { kind: 'choice' | 'flags'; options: readonly { value: string; label: Text }[] })
  | (FieldOf & { kind: 'pairs'; heads: readonly [Text, Text] })

interface StepSpec<O extends Operation> {
  /** The open promise it answers; a case that doesn't owe it doesn't show the step. Null: any time while the case is open. */
  promise: string | null
  title: Text
  may: Action
  /** Only for whoever bears the promise. */
  mine?: boolean
  /** Only for holders of this role, where the act's form is another for each. */
  role?: Role
  /** Also when the case has ended. */
  closedToo?: boolean
  /** Whether it makes sense now, beyond its promise being open. */
  when?: (of: Case, personId: string, grants: readonly Grant[]) => boolean
  fields: readonly StepField[]
  operation: O
  given: (caseId: string, values: Values) => Given<O>
}

/** A step with the types of its request forgotten, as the case shows it. */
export interface Step extends Omit<StepSpec<Operation>, 'given' | 'operation'> {
  operation: Operation
  given: (caseId: string, values: Values) => never
}

/** Declares a step of a procedure: whom it is for, what is asked, what is sent. */
export const step = <O extends Operation>(spec: StepSpec<O>): Step => spec as unknown as Step

/** Steps that somebody can take now: the promise is open, and where it is personal, it is theirs. */
export function stepsNow(steps: readonly Step[], open: readonly Owed[], personId: string): Step[] {
  return steps.filter(
    (one) =>
      one.promise === null ||
      open.some(
        ({ promise, work, bearerId }) =>
          promise === one.promise && work === 'open' && (!one.mine || bearerId === personId || bearerId === null),
      ),
  )
}
