import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from '@temporalio/client'
import { HOUR, SECOND, type Instant } from '../../rules/instant.ts'
import { COMPANY_ZONE } from '../../rules/time/zone.ts'
import type { Rhythm } from '../../rules/report/period.ts'
import { TASK_QUEUE } from '../../workflows/taskQueue.ts'

/** When a rhythm rings, on the company's clock, and for how long a missed ring is made up for. */
const RINGS = {
  daily: { on: {}, catchupWindow: '7 days' },
  weekly: { on: { dayOfWeek: 'MONDAY' }, catchupWindow: '35 days' },
  monthly: { on: { dayOfMonth: 1 }, catchupWindow: '100 days' },
  quarterly: { on: { dayOfMonth: 1, month: { start: 'JANUARY', end: 'OCTOBER', step: 3 } }, catchupWindow: '100 days' },
  yearly: { on: { dayOfMonth: 1, month: 'JANUARY' }, catchupWindow: '366 days' },
} as const satisfies Record<Rhythm, unknown>

/** The id of a rhythm's Schedule. */
export const scheduleId = (rhythm: Rhythm) => `periodic-${rhythm}`

function options(rhythm: Rhythm) {
  const { on, catchupWindow } = RINGS[rhythm]
  return {
    scheduleId: scheduleId(rhythm),
    spec: { calendars: [{ ...on, hour: 0, minute: 0, second: 0 }], timezone: COMPANY_ZONE },
    action: {
      type: 'startWorkflow',
      workflowType: 'periodic',
      workflowId: scheduleId(rhythm),
      taskQueue: TASK_QUEUE,
      args: [rhythm],
    },
    // What it does happens once however often it is done, so rings that were missed may run side by side.
    policies: { catchupWindow, overlap: ScheduleOverlapPolicy.ALLOW_ALL },
  } as const satisfies ScheduleOptions
}

/** Creates the Schedules, or brings those that stand up to date; one that somebody paused stays paused. */
async function ensure(client: Client): Promise<void> {
  for (const rhythm of Object.keys(RINGS) as Rhythm[]) {
    const { scheduleId: id, ...wanted } = options(rhythm)
    try {
      await client.schedule.create({ scheduleId: id, ...wanted })
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error
      await client.schedule.getHandle(id).update(({ state }) => ({ ...wanted, state }))
    }
  }
}

/** How often the Schedules are looked at again once they stand: a replaced Temporal server has none. */
const AGAIN_MS = HOUR

/** How long Temporal may take to answer; while it is away, stopping doesn't wait for it. */
const PATIENCE_MS = 3 * SECOND

/**
 * Keeps the Schedules standing. The returned duty does nothing while they do; while Temporal is away it throws, and is
 * tried again when it comes round next.
 */
export function createSchedules(client: Client, clock: () => Instant = Date.now): () => Promise<number> {
  let ensuredAt = -Infinity
  return async () => {
    if (clock() - ensuredAt < AGAIN_MS) return 0
    await client.withDeadline(Date.now() + PATIENCE_MS, () => ensure(client))
    ensuredAt = clock()
    return 0
  }
}
