import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
  type Client,
} from '@temporalio/client'
import type { Poke } from '../../db/case/poke.ts'
import type { Instant } from '../../rules/instant.ts'
import { TASK_QUEUE } from '../../workflows/taskQueue.ts'

/**
 * How long Temporal waits for a worker that took a task before it gives the task to another, in milliseconds: a task here
 * is one look at a row, and a worker that was killed in the middle of it must not hold a case up.
 */
const TASK_TIMEOUT_MS = 4_000

/** Tells a workflow to look at its row, and starts none: for cases that are gone. */
export async function signalPoke(client: Client, caseId: string): Promise<void> {
  try {
    await client.workflow.getHandle(caseId).signal('poke')
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error
  }
}

/**
 * Tells a case's workflow to look at its row, starting it where it doesn't run. A new one sleeps until the case's next
 * alarm before its first task (`startDelay`); that a running one gets the signal at once is Temporal's doing. A case
 * that ended normally isn't started again, one that failed, was terminated or was reopened may be.
 */
export async function sendPoke(client: Client, poke: Poke, now: Instant): Promise<void> {
  const { caseId, kind, startAt, reopened } = poke
  try {
    await client.workflow.signalWithStart(kind, {
      workflowId: caseId,
      taskQueue: TASK_QUEUE,
      args: [caseId],
      signal: 'poke',
      signalArgs: [],
      startDelay: startAt !== null && startAt > now ? startAt - now : undefined,
      workflowTaskTimeout: TASK_TIMEOUT_MS,
      workflowIdReusePolicy: reopened
        ? WorkflowIdReusePolicy.ALLOW_DUPLICATE
        : WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
    })
  } catch (error) {
    // It has ended in the regular way: there is nothing left to wake.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}
