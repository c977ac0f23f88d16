import type { Instant } from '../instant.ts'
import type { Verdict } from '../obligation/obligation.ts'
import type { Text } from '../text.ts'
import { formatInstant } from '../time/local.ts'

/** A consequence as one side of the comparison calls for it, whatever rule made it. */
export interface Called {
  /** Names it by what it rests on, so that the two sides can be laid against each other. */
  key: string
  personId: string | null
  caseId: string | null
  clause: string
  /** fine | reward | recommendation, or `promise` for a verdict that costs nothing. */
  kind: string
  amountFen: number
  /** What it comes from, in words. */
  what: Text
  /** Of promises only. */
  dueAt?: Instant | null
  settledAt?: Instant | null
  verdict?: Verdict
}

/** One consequence that would differ. A side of null: under those terms there is none. */
export interface Difference {
  personId: string | null
  caseId: string | null
  clause: string
  kind: string
  beforeFen: number
  afterFen: number
  before: Verdict | null
  after: Verdict | null
  explanation: Text
}

export interface Summary {
  differences: Difference[]
  /** Consequences and verdicts compared. */
  compared: number
  lateBefore: number
  lateAfter: number
  beforeFen: number
  afterFen: number
  people: { personId: string; beforeFen: number; afterFen: number }[]
}

/** Lays what two sets of terms call for against each other, by key. */
export function compareCalled(before: readonly Called[], after: readonly Called[]): Summary {
  const [was, is] = [byKey(before), byKey(after)]
  const keys = [...new Set([...was.keys(), ...is.keys()])]
  const differences = keys.flatMap((key) => differenceOf(was.get(key), is.get(key)))
  const people = new Map<string, { personId: string; beforeFen: number; afterFen: number }>()
  for (const { personId, beforeFen, afterFen } of differences) {
    if (personId === null || beforeFen === afterFen) continue
    const sum = people.get(personId) ?? { personId, beforeFen: 0, afterFen: 0 }
    people.set(personId, { personId, beforeFen: sum.beforeFen + beforeFen, afterFen: sum.afterFen + afterFen })
  }
  const total = (side: readonly Called[]) => side.reduce((sum, one) => sum + one.amountFen, 0)
  const late = (side: readonly Called[]) => side.filter((one) => one.verdict === 'late').length
  return {
    differences,
    compared: keys.length,
    lateBefore: late(before),
    lateAfter: late(after),
    beforeFen: total(before),
    afterFen: total(after),
    people: [...people.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1)),
  }
}

const byKey = (called: readonly Called[]) => new Map(called.map((one) => [one.key, one]))

function differenceOf(was: Called | undefined, is: Called | undefined): Difference[] {
  const [beforeFen, afterFen] = [was?.amountFen ?? 0, is?.amountFen ?? 0]
  const same = was && is && beforeFen === afterFen && was.verdict === is.verdict && was.kind === is.kind
  const { personId, caseId, clause, kind } = (is ?? was)!
  if (same) return []
  const [before, after] = [was?.verdict ?? null, is?.verdict ?? null]
  return [
    { personId, caseId, clause, kind, beforeFen, afterFen, before, after, explanation: explainDifference(was, is) },
  ]
}

const VERDICT: Readonly<Record<Verdict, Text>> = {
  pending: { zh: '未到期', en: 'not yet due' },
  onTime: { zh: '按时', en: 'on time' },
  late: { zh: '逾期', en: 'late' },
  excused: { zh: '免责', en: 'excused' },
  void: { zh: '不计', en: 'void' },
}

function explainDifference(was: Called | undefined, is: Called | undefined): Text {
  const { what, settledAt } = (is ?? was)!
  const cost: Text = {
    zh: `金额 ${money(was?.amountFen)} → ${money(is?.amountFen)}`,
    en: `amount ${money(was?.amountFen)} → ${money(is?.amountFen)}`,
  }
  if (!(was?.verdict && is?.verdict)) {
    const change = !was
      ? { zh: '新增', en: 'would be new' }
      : !is
        ? { zh: '不再成立', en: 'would not follow' }
        : undefined
    const told = change ?? { zh: '金额变化', en: 'would change' }
    return { zh: `${what.zh}：${told.zh}；${cost.zh}。`, en: `${what.en}: ${told.en}; ${cost.en}.` }
  }
  const done: Text = settledAt
    ? { zh: `实际 ${time(settledAt)}`, en: `done ${time(settledAt)}` }
    : { zh: '尚未办结', en: 'not done' }
  return {
    zh: `${what.zh}：应于 ${time(was.dueAt)} → ${time(is.dueAt)}，${done.zh}；${VERDICT[was.verdict].zh} → ${VERDICT[is.verdict].zh}；${cost.zh}。`,
    en: `${what.en}: due ${time(was.dueAt)} → ${time(is.dueAt)}, ${done.en}; ${VERDICT[was.verdict].en} → ${VERDICT[is.verdict].en}; ${cost.en}.`,
  }
}

const time = (at: Instant | null | undefined) =>
  at === null || at === undefined ? '—' : formatInstant(at).slice(0, 19).replace('T', ' ')
const money = (fen = 0) => `${fen < 0 ? '−' : ''}¥${(Math.abs(fen) / 100).toFixed(2)}`
