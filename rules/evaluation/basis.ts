import type { Figures } from '../report/figures.ts'
import { isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import type { Criterion, Indicator } from './programme.ts'
import { keysOf } from './programmes.ts'

/** What the records know of a person and a time; frozen with the evaluation when it is made. */
export interface Basis {
  figures: Figures
  indicators: Record<Indicator, number | null>
  /** Complaints about the person that became accidents (S1-5.3.5). */
  complaints: number
  exams: { passed: number; failed: number }
  contributions: number
  /** Conduct points entered and standing. */
  points: number
  /** Rewards and penalties entered and standing (S3-7.3). */
  rewards: number
  penalties: number
}

/** What indicators are made of beyond the figures. */
export interface Tallied {
  calls: { onTime: number; late: number }
  /** Service tasks that ended, and how many of them with their solution on record. */
  tasks: { ended: number; resolved: number }
}

/**
 * The indicators in percent, one decimal; null where there is nothing to count. Satisfaction is the share of the
 * customers' single scores that are good or excellent (S1-5.3.5, S4-K-14); response time the share of promises to
 * callers kept on time; resolution the share of tasks whose solution stands on record.
 */
export function indicatorsOf(figures: Figures, { calls, tasks }: Tallied): Record<Indicator, number | null> {
  const { excellent, good, fair, poor } = figures.ratings
  return {
    timeliness: figures.timeliness,
    satisfaction: share(excellent + good, excellent + good + fair + poor),
    responseTime: share(calls.onTime, calls.onTime + calls.late),
    resolution: share(tasks.resolved, tasks.ended),
  }
}

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1_000) / whole) / 10

/** The score (0–100) a criterion is drafted with; null where no indicator says anything. */
export function suggestedScore(criterion: Criterion, basis: Pick<Basis, 'indicators'>): number | null {
  const percent = criterion.indicator ? basis.indicators[criterion.indicator] : null
  return percent === null ? null : Math.round(percent)
}

/** How an indicator stands to its target (S4-K-17): null while the target is blank or nothing was counted. */
export function meetsTarget(
  programmeId: string,
  criterion: Criterion,
  basis: Pick<Basis, 'indicators'>,
  terms: Terms,
): boolean | null {
  const key = keysOf(programmeId).target(criterion.id)
  const percent = criterion.indicator ? basis.indicators[criterion.indicator] : null
  return percent === null || isBlank(terms, key) ? null : percent >= numberOf(terms, key)
}
