import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Connection } from '@temporalio/client'
import { TestWorkflowEnvironment } from '@temporalio/testing'
import { afterAll, inject } from 'vitest'

const DAY_SECONDS = 86_400

/** The run's Temporal dev server with a namespace of this test file's own. Call it at the top of the file, not in a hook. */
export async function testTemporal(): Promise<{ address: string; namespace: string }> {
  const address = inject('servers').temporalAddress
  const namespace = `test-${randomBytes(6).toString('hex')}`
  const connection = await Connection.connect({ address })
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: DAY_SECONDS as unknown as never },
    })
    // The server's parts learn of a new namespace one after another.
    for (let tries = 0; ; tries++) {
      try {
        await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 })
        return { address, namespace }
      } catch (error) {
        if (tries === 200) throw error
        await sleep(50)
      }
    }
  } finally {
    await connection.close()
  }
}

/** A Temporal test server whose clock skips ahead while workflows only wait; ended with the test file. It has no Schedules, List, Count or Reset. */
export async function timeSkipping(): Promise<TestWorkflowEnvironment> {
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: inject('servers').testServerPath } },
  })
  afterAll(() => env.teardown())
  return env
}
