import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, type Client } from '@temporalio/client'
import type { Poke } from '../../db/case/poke.ts'
import type { Instant } from '../../rules/instant.ts'
import { TASK_QUEUE } from '../../workflows/taskQueue.ts'

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
      workflowIdReusePolicy: reopened
        ? WorkflowIdReusePolicy.ALLOW_DUPLICATE
        : WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
    })
  } catch (error) {
    // It has ended in the regular way: there is nothing left to wake.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}
