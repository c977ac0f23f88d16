import {
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { CaseActivities } from '../activities/case.ts'
import { nextWords, playBy, type Outcome, type Story } from '../rules/story.ts'

/** "Look at your case again." Carries nothing: the row is the truth. */
export const poke = defineSignal('poke')

const { tick } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { maximumAttempts: 3, initialInterval: '200 milliseconds' },
})

/** How long the pump waits when the database does not answer: doubling, so that a long night leaves a short history. */
const PAUSE_WITHOUT_DATABASE_MS = { first: 5_000, longest: 300_000 }

/**
 * Makes a Temporal workflow of a story: sleep until the next alarm or a poke, tick the case, go on with what is settled.
 * It never judges and never refuses; order stands in the story, verdicts in the row.
 */
export function workflowOf(story: Story): (caseId: string) => Promise<void> {
  return async function (caseId) {
    let poked = false
    setHandler(poke, () => {
      poked = true
    })
    let reading = read(story)
    let pause = PAUSE_WITHOUT_DATABASE_MS.first
    for (;;) {
      poked = false
      const ticked = await tick(caseId, Date.now()).catch((error: unknown) => {
        if (isCancellation(error)) throw error
        return undefined
      })
      if (ticked) {
        pause = PAUSE_WITHOUT_DATABASE_MS.first
        if (ticked.round !== reading.round) reading = read(story, ticked.round)
        setCurrentDetails((await reading.settle(ticked.settled)).join(', '))
        if (ticked.ended) return
        const alarm = ticked.nextAlarmAt
        if (alarm === null) await condition(() => poked)
        else await condition(() => poked, Math.max(1, alarm - Date.now()))
      } else {
        await condition(() => poked, pause)
        pause = Math.min(2 * pause, PAUSE_WITHOUT_DATABASE_MS.longest)
      }
      if (workflowInfo().continueAsNewSuggested) await continueAsNew<(caseId: string) => Promise<void>>(caseId)
    }
  }
}

/** One reading of the story from its top, in which each promise ends as the rows say. */
function read(story: Story, round = 1) {
  const outcomes = new Map<string, Outcome>()
  const waiting = new Map<string, ((outcome: Outcome) => void)[]>()
  const begin = (promise: string): Promise<Outcome> => {
    const outcome = outcomes.get(promise)
    if (outcome) return Promise.resolve(outcome)
    return new Promise((resolve) => waiting.set(promise, [...(waiting.get(promise) ?? []), resolve]))
  }
  const told = story(playBy(begin))
  // A story that is superseded is simply not read on.
  told.catch(() => {})
  return {
    round,
    /** Lets the story go on with what is settled; returns what it now waits for, shown beside the running workflow. */
    async settle(settled: readonly [string, Outcome][]): Promise<string[]> {
      for (const [promise, outcome] of settled) {
        outcomes.set(promise, outcome)
        waiting.get(promise)?.forEach((resolve) => resolve(outcome))
        waiting.delete(promise)
      }
      await nextWords()
      return [...waiting.keys()]
    },
  }
}
