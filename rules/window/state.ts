import type { Instant, LocalDate } from '../instant.ts'
import { citation } from '../policy/parameter.ts'
import type { Text } from '../text.ts'
import { addDays, addMonths, localDate } from '../time/local.ts'
import { cleanRow, type CleanQuestion, type CleanReading, type Stretch } from './clean.ts'
import { countHits, countsUntil, stillCounting, type CountReading } from './count.ts'
import { cleanQuestion, countedOf } from './engineer.ts'
import type { CountRule } from './counted.ts'
import { countReading, type RecommendedAction } from './entry.ts'
import type { EngineerHistory, SupervisorHistory } from './history.ts'
import { monthNumber } from './months.ts'
import { windowParameters } from './parameters.ts'
import { departmentCleanQuestion, departmentCounted } from './supervisor.ts'

interface Cited {
  /** The parameter that names the window. */
  window: string
  label: Text
  clause: string
  policy: string
  policyVersion: number
}

/** How a window stands for one person: its reading (null: a blank blocks it), what counts now, and what it would take. */
export type WindowState = Cited &
  (
    | {
        kind: 'count'
        reading: CountReading | null
        action: RecommendedAction
        counting: { id: string; at: Instant }[]
        /** Events still lacking for the consequence. */
        missing: number
        /** The last instant at which the oldest counting event still counts; null: for ever, or there is none. */
        untilAt: Instant | null
        /** How often it came to the consequence so far. */
        times: number
      }
    | {
        kind: 'clean'
        reading: CleanReading | null
        /** The clean months of the row that goes on. */
        row: Stretch[]
        /** Clean months still lacking for the reward. */
        missing: number
        /** The first day on which the reward could be earned; null where nothing is known of the person yet. */
        earliestOn: LocalDate | null
      }
  )

/** How an engineer's windows stand now (S0-A-7.4b, 7.6, 7.7, 7.8); none where no rulebook of theirs states them. */
export function engineerWindows(history: EngineerHistory, now: Instant): WindowState[] {
  if (!history.termsAt(now)['window.clean']) return []
  const clean = { reward: 'window.clean', question: cleanQuestion(history) }
  return [...countedOf(history).map((rule) => countState(history, rule, now)), cleanState(history, clean, now)]
}

/** How a supervisor's windows stand now (S0-A-7.S4, 7.S5). */
export function supervisorWindows(history: SupervisorHistory, now: Instant): WindowState[] {
  if (!history.termsAt(now)['window.departmentClean']) return []
  const clean = { reward: 'window.departmentClean', question: departmentCleanQuestion(history) }
  return [countState(history, departmentCounted(history), now), cleanState(history, clean, now)]
}

const cited = ({ termsAt }: EngineerHistory | SupervisorHistory, window: string, now: Instant): Cited => ({
  window,
  label: windowParameters[window]!.label,
  ...citation(termsAt(now), window),
})

function countState(
  history: EngineerHistory | SupervisorHistory,
  { count, months, action, events }: CountRule,
  now: Instant,
): WindowState {
  const { termsAt } = history
  const readingAt = ({ at }: { at: Instant }) => countReading(termsAt(at), count, months)
  const reading = readingAt({ at: now })
  const counting = reading ? stillCounting(events, readingAt, reading, now) : []
  return {
    ...cited(history, count, now),
    kind: 'count',
    reading,
    action,
    counting: counting.map(({ id, at }) => ({ id, at })),
    missing: reading ? reading.count - counting.length : 0,
    untilAt: reading && counting[0] ? countsUntil(counting[0].at, reading) : null,
    times: countHits(events, readingAt).length,
  }
}

function cleanState(
  history: EngineerHistory | SupervisorHistory,
  { reward, question }: { reward: string; question: CleanQuestion | undefined },
  now: Instant,
): WindowState {
  const base = { ...cited(history, reward, now), kind: 'clean' as const }
  const todayOn = localDate(now)
  if (!question) return { ...base, reading: null, row: [], missing: 0, earliestOn: null }
  const reading = question.readingOf(todayOn)
  if (!reading) return { ...base, reading, row: [], missing: 0, earliestOn: null }
  const found = cleanRow(question)
  const finding = question.find(found.running)
  // What is found at a month's end, as its documents are, isn't found yet; an accident is.
  const spoilt = finding.state === 'blemished' && finding.lastOn <= todayOn ? finding.lastOn : undefined
  const row = spoilt === undefined ? found.row : []
  const missing = reading.months - row.length
  return { ...base, reading, row, missing, earliestOn: earliest(reading, row, found.running, spoilt) }
}

function earliest(reading: CleanReading, row: Stretch[], running: Stretch, spoiltOn: LocalDate | undefined): LocalDate {
  const fromOn =
    spoiltOn === undefined ? running.fromOn : reading.span === 'rolling' ? addDays(spoiltOn, 1) : running.toOn
  if (reading.span !== 'fixed') return addMonths(fromOn, reading.months - row.length)
  const into = monthNumber(fromOn) % reading.months
  const block = addMonths(fromOn, reading.months - into)
  return row.length === into ? block : addMonths(block, reading.months)
}
