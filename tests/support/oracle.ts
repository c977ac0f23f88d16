import type { Instant } from '../../rules/instant.ts'
import type { Step, Verdict, Work } from '../../rules/obligation/obligation.ts'

/** What happens to a promise: the clock is looked at, or evidence of an act comes in. */
export type Move = { look: Instant } | { evidence: Instant; seenAt: Instant; work: 'done' | 'released' | 'elsewhere' }

export interface Promised {
  lateFromAt: Instant
  answerableFromAt: Instant
  steps: Step[]
  stakeFen: number
}

export interface Judged {
  work: Work
  verdict: Verdict
  fired: string[]
  folded: string[]
  /** Amounts of the ledger in order. */
  entries: number[]
}

/** The judging statement told in TypeScript, one move after the other: what the tests hold the SQL against. */
export function judgeByHand(promised: Promised, moves: readonly Move[]): Judged {
  const state: Judged = { work: 'open', verdict: 'pending', fired: [], folded: [], entries: [] }
  let steppedAt = -Infinity
  const standing = () => state.entries.reduce((sum, amount) => sum + amount, 0)
  const become = (verdict: Verdict) => {
    const chargeable = promised.answerableFromAt < promised.lateFromAt
    if (verdict === 'late' && state.verdict !== 'late' && chargeable) state.entries.push(promised.stakeFen)
    if (verdict !== 'late' && state.verdict === 'late' && standing() !== 0) state.entries.push(-promised.stakeFen)
    state.verdict = verdict
  }
  for (const move of moves) {
    if ('evidence' in move) {
      const late = move.evidence >= promised.lateFromAt
      state.work = move.work
      if (move.work !== 'released') become(late ? 'late' : 'onTime')
      else if (state.verdict === 'pending') become(late ? 'late' : 'void')
      steppedAt = Math.max(steppedAt, move.seenAt)
      continue
    }
    if (state.work !== 'open') continue
    const due = promised.steps.filter((step) => step.at <= move.look && step.at > steppedAt)
    const turns = state.verdict === 'pending' && move.look >= promised.lateFromAt
    if (due.length === 0 && !turns) continue
    if (turns) become('late')
    const ordered = [...due].sort((a, b) => b.at - a.at || (a.step < b.step ? -1 : 1)).map((step) => step.step)
    state.fired.push(...ordered.slice(0, 1))
    state.folded.push(...ordered.slice(1))
    steppedAt = Math.max(steppedAt, move.look)
  }
  return { ...state, fired: state.fired.sort(), folded: state.folded.sort() }
}
