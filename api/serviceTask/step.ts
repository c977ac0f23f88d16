import type { z } from 'zod'
import type { Tx } from '../../db/client.ts'
import type { Obligation } from '../../db/case/view.ts'
import type { TaskAct } from '../../db/serviceTask/task.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Action } from '../../rules/permissions.ts'
import type { Text } from '../../rules/text.ts'
import { stepRoute } from '../case/step.ts'

type Verb<B> = (tx: Tx, act: TaskAct & B, now: Instant) => Promise<readonly Obligation[]>

/** A step of a service task, `POST /api/service-tasks/:id/<name>`: the body goes to the verb with who acts, and where. */
export function taskStep<B extends z.ZodType<object>>(
  name: string,
  action: Action,
  summary: Text,
  body: B,
  verb: Verb<z.output<B>>,
) {
  return stepRoute({
    path: `/api/service-tasks/:id/${name}`,
    action,
    summary,
    body,
    act: (tx, { params, body: given, caller, scope, now }) => {
      const who = { caseId: params.id, byId: caller.personId, scope }
      return verb(tx, { ...(given as z.output<B>), ...who }, now)
    },
  })
}
