import { ApplicationFailure, proxyActivities, workflowInfo } from '@temporalio/workflow'
import type { PeriodActivities } from '../activities/period.ts'
import type { Rhythm } from '../rules/report/period.ts'

const { openPeriod } = proxyActivities<PeriodActivities>({ startToCloseTimeout: '2 minutes' })

/**
 * What a Schedule starts: asks for the reports and sheets of the period that its planned time belongs to, however late
 * it runs. The activity is tried until the database answers; what stands already stays as it is.
 */
export async function periodic(rhythm: Rhythm): Promise<void> {
  const [planned] = (workflowInfo().searchAttributes['TemporalScheduledStartTime'] ?? []) as Date[]
  if (!planned) throw ApplicationFailure.nonRetryable('started by hand: only a Schedule knows the planned time')
  await openPeriod(rhythm, planned.getTime())
}
