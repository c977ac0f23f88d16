import type { Standing } from './ladder.ts'

/** What is known of somebody for decisions on promotion, pay and reward (S3-7.3); amounts in fen, positive. */
export interface MeritRecord {
  rewards: number
  rewardFen: number
  penalties: number
  penaltyFen: number
  points: number
  /** Measures that were approved and stand, the oldest first. */
  measures: Standing[]
  /** Results of evaluations, the latest first. */
  evaluations: { programme: string; toOn: string; grade: string; total: number }[]
}

/** An entry of the ledger as the record counts it: what still stands of it, in fen, and whether anything does. */
export interface CountedEntry {
  kind: string
  standingFen: number
  points: number
  lifted: boolean
}

/** Adds entries up: what was lifted counts nothing, a reduced fine counts what is left of it. */
export function tally(
  entries: readonly CountedEntry[],
): Pick<MeritRecord, 'rewards' | 'rewardFen' | 'penalties' | 'penaltyFen' | 'points'> {
  const standing = entries.filter(({ lifted }) => !lifted)
  const [rewards, penalties] = [
    standing.filter(({ kind }) => kind === 'reward'),
    standing.filter(({ kind }) => kind === 'fine' || kind === 'measure'),
  ]
  const sum = (all: readonly CountedEntry[]) => all.reduce((total, one) => total + Math.abs(one.standingFen), 0)
  return {
    rewards: rewards.length,
    rewardFen: sum(rewards),
    penalties: penalties.length,
    penaltyFen: sum(penalties),
    points: standing.filter(({ kind }) => kind === 'points').reduce((total, one) => total + one.points, 0),
  }
}
