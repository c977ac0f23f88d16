import type { Instant } from '../instant.ts'
import type { Text } from '../text.ts'
import { citation, isBlank, numberOf, settingOf, type Terms } from '../policy/parameter.ts'

/** The four grades of a score, the best first (S0-A-7.2a). */
export const GRADES = ['excellent', 'good', 'fair', 'poor'] as const
export type Grade = (typeof GRADES)[number]

/** What the customer scores, in the order in which the scores count (S0-A-7.2a). */
export const ASPECTS = ['attitude', 'skill', 'result'] as const
export type Aspect = (typeof ASPECTS)[number]

export const gradeLabels = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
} as const satisfies Record<Grade, Text>
export const aspectLabels = {
  attitude: { zh: '服务态度', en: 'Attitude' },
  skill: { zh: '业务能力', en: 'Skill' },
  result: { zh: '服务效果', en: 'Result' },
} as const satisfies Record<Aspect, Text>

/** One customer's verdict on one task: three scores, or a signature that is missing or forged (which has none). */
export interface Evaluation {
  /** The fact that holds it. */
  id: string
  caseId: string
  signedAt: Instant
  /** Null: no signature, or a forged one. */
  scores: Record<Aspect, Grade> | null
  /** No service but what was taken over: so many fair ones in a row by then, paid for as little as they cost. */
  opening?: number
  /** The terms of its task. */
  terms: Terms
}

/** A ledger entry that the evaluations of one engineer call for. `key` names it by what it rests on. */
export interface RatingEntry {
  key: string
  clause: string
  policy: string
  policyVersion: number
  /** Negative, in fen. */
  amountFen: number
  occurredAt: Instant
  caseId: string
  evidenceIds: string[]
  arithmetic: Record<string, unknown>
}

/** A fair score, or a service that counts as one. */
interface Fair {
  key: string
  evaluationId: string
}

/**
 * What an engineer's evaluations cost, whatever order they arrived in: each poor score (S0-A-7.2b), every so many fair
 * ones at once or in a row (S0-A-7.2c), and a missing or forged signature, which stands for three poor ones and so
 * breaks a row (S0-A-7.3c). Scores count singly, in the order of signing, then attitude, skill, result; a fair one is
 * used once. A row that was taken over goes on. Unit and reuse are settings of the task that the score belongs to. A blank amount blocks its fine.
 */
export function ratingEntries(evaluations: readonly Evaluation[]): RatingEntry[] {
  const entries: RatingEntry[] = []
  let row: Fair[] = []
  for (const one of [...evaluations].sort((a, b) => a.signedAt - b.signedAt || (a.id < b.id ? -1 : 1))) {
    if (one.opening !== undefined) {
      row = Array.from({ length: one.opening }, (_, n) => ({ key: `${one.id}.${n + 1}`, evaluationId: one.id }))
      continue
    }
    if (one.scores === null) {
      entries.push(...entry(one, 'serviceTask.signature', one.id, { rule: 'signature' }, [one.id]))
      row = []
      continue
    }
    const scores = ASPECTS.map((aspect) => ({ aspect, grade: one.scores![aspect] }))
    for (const { aspect } of scores.filter(({ grade }) => grade === 'poor'))
      entries.push(...entry(one, 'serviceTask.poor', `${one.id}.${aspect}`, { rule: 'poor', aspect }, [one.id]))
    for (const step of stepsOf(one, scores)) {
      const fined = step === null ? undefined : fairFine(one, [...row, ...step])
      if (fined) entries.push(...fined.entries)
      row = step === null ? [] : (fined?.left ?? [...row, ...step])
    }
  }
  return entries
}

/** How an evaluation moves the row of fair ones on: by so many at a time; null breaks it. */
function stepsOf(one: Evaluation, scores: { aspect: Aspect; grade: Grade }[]): (Fair[] | null)[] {
  const fair = scores.map(({ aspect, grade }) =>
    grade === 'fair' ? { key: `${one.id}.${aspect}`, evaluationId: one.id } : null,
  )
  if (settingOf<string>(one.terms, 'serviceTask.fairUnit') === 'scores') return fair.map((score) => score && [score])
  // A service is as good as its worst score; all its scores fair are the fair ones "at once".
  const grades = scores.map(({ grade }) => grade)
  if (grades.includes('poor') || !grades.includes('fair')) return [null]
  const isWhole = grades.every((grade) => grade === 'fair') && !isBlank(one.terms, 'serviceTask.fairCount')
  const times = isWhole ? numberOf(one.terms, 'serviceTask.fairCount') : 1
  return [Array.from({ length: times }, () => ({ key: one.id, evaluationId: one.id }))]
}

/** The fine that a row makes, if it is long enough, and what is left of the row after it. */
function fairFine(one: Evaluation, row: Fair[]): { entries: RatingEntry[]; left: Fair[] } | undefined {
  if (isBlank(one.terms, 'serviceTask.fairCount')) return undefined
  const count = numberOf(one.terms, 'serviceTask.fairCount')
  if (row.length < count) return undefined
  const used = row.slice(-count)
  const keys = [...new Set(used.map((fair) => fair.key))]
  const evidence = [...new Set(used.map((fair) => fair.evaluationId))]
  const entries = entry(one, 'serviceTask.fair', keys.join('+'), { rule: 'fair', count, scores: keys }, evidence)
  if (settingOf<string>(one.terms, 'serviceTask.fairReuse') !== 'again') return { entries, left: row.slice(0, -count) }
  // A service that was fair three times at once is one service of the row that goes on.
  const distinct = row.filter(({ key }, n) => row.findIndex((fair) => fair.key === key) === n)
  return { entries, left: distinct.slice(Math.max(0, distinct.length - count + 1)) }
}

/** The entry under a parameter's amount; none where the amount is blank. */
function entry(
  one: Evaluation,
  parameter: 'serviceTask.poor' | 'serviceTask.fair' | 'serviceTask.signature',
  on: string,
  arithmetic: Record<string, unknown>,
  evidenceIds: string[],
): RatingEntry[] {
  if (isBlank(one.terms, parameter)) return []
  const amountFen = -numberOf(one.terms, parameter)
  return [
    {
      key: `rating:${parameter.slice('serviceTask.'.length)}:${on}`,
      ...citation(one.terms, parameter),
      amountFen,
      occurredAt: one.signedAt,
      caseId: one.caseId,
      evidenceIds,
      arithmetic: { ...arithmetic, signedAt: one.signedAt, amountFen },
    },
  ]
}
