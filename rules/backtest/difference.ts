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
  /** fine | reward | points | recommendation | statement | block | pay | bonus, or `promise` for a verdict that costs nothing. */
  kind: string
  amountFen: number
  /** Conduct points; left out elsewhere. */
  points?: number
  /** When it fell due, or when what it rests on happened. */
  at: Instant
  /** The facts it rests on. */
  evidenceIds: readonly string[]
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
  at: Instant
  beforeFen: number
  afterFen: number
  before: Verdict | null
  after: Verdict | null
  evidenceIds: readonly string[]
  explanation: Text
}

export interface Summary {
  /** At most `LISTED`, those that cost or earn something first. */
  differences: Difference[]
  /** Differences that are not listed; the sums hold them. */
  unlisted: number
  /** Consequences and verdicts compared. */
  compared: number
  lateBefore: number
  lateAfter: number
  beforeFen: number
  afterFen: number
  people: { personId: string; beforeFen: number; afterFen: number }[]
}

/** Differences listed at most. */
export const LISTED = 1_000

/** Adds up what two sets of terms call for, some of it at a time, so that a long period need not be held at once. */
export function comparison() {
  const costly: Difference[] = []
  const others: Difference[] = []
  const people = new Map<string, { personId: string; beforeFen: number; afterFen: number }>()
  const sums = { compared: 0, lateBefore: 0, lateAfter: 0, beforeFen: 0, afterFen: 0 }
  let different = 0

  function note(difference: Difference): void {
    different += 1
    const { personId, beforeFen, afterFen } = difference
    const list = beforeFen === afterFen ? others : costly
    if (list.length < LISTED) list.push(difference)
    if (personId === null || beforeFen === afterFen) return
    const sum = people.get(personId) ?? { personId, beforeFen: 0, afterFen: 0 }
    people.set(personId, { personId, beforeFen: sum.beforeFen + beforeFen, afterFen: sum.afterFen + afterFen })
  }

  return {
    /** Two sides of the same consequences; a key stands in one call only. */
    add(before: readonly Called[], after: readonly Called[]): void {
      const [was, is] = [byKey(before), byKey(after)]
      const keys = new Set([...was.keys(), ...is.keys()])
      sums.compared += keys.size
      sums.beforeFen += total(before)
      sums.afterFen += total(after)
      sums.lateBefore += late(before)
      sums.lateAfter += late(after)
      for (const key of keys) for (const one of differenceOf(was.get(key), is.get(key))) note(one)
    },
    summary(): Summary {
      const differences = [...costly, ...others].slice(0, LISTED)
      return {
        ...sums,
        differences,
        unlisted: different - differences.length,
        people: [...people.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1)),
      }
    },
  }
}

/** Lays what two sets of terms call for against each other, by key. */
export function compareCalled(before: readonly Called[], after: readonly Called[]): Summary {
  const compared = comparison()
  compared.add(before, after)
  return compared.summary()
}

const byKey = (called: readonly Called[]) => new Map(called.map((one) => [one.key, one]))
const total = (side: readonly Called[]) => side.reduce((sum, one) => sum + one.amountFen, 0)
const late = (side: readonly Called[]) => side.filter((one) => one.verdict === 'late').length

function differenceOf(was: Called | undefined, is: Called | undefined): Difference[] {
  const [beforeFen, afterFen] = [was?.amountFen ?? 0, is?.amountFen ?? 0]
  const alike = was && is && was.verdict === is.verdict && was.kind === is.kind && was.points === is.points
  if (alike && beforeFen === afterFen) return []
  const { personId, caseId, clause, kind, at, evidenceIds } = (is ?? was)!
  const [before, after] = [was?.verdict ?? null, is?.verdict ?? null]
  const explanation = explainDifference(was, is)
  return [{ personId, caseId, clause, kind, at, beforeFen, afterFen, before, after, evidenceIds, explanation }]
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
  const cost = changed(was, is)
  if (!(was?.verdict && is?.verdict)) {
    const told: Text = !was
      ? { zh: '新增', en: 'would be new' }
      : !is
        ? { zh: '不再成立', en: 'would not follow' }
        : { zh: '数额变化', en: 'would change' }
    return { zh: `${what.zh}：${told.zh}${cost.zh}。`, en: `${what.en}: ${told.en}${cost.en}.` }
  }
  const done: Text = settledAt
    ? { zh: `实际 ${time(settledAt)}`, en: `done ${time(settledAt)}` }
    : { zh: '尚未办结', en: 'not done' }
  return {
    zh: `${what.zh}：应于 ${time(was.dueAt)} → ${time(is.dueAt)}，${done.zh}；${VERDICT[was.verdict].zh} → ${VERDICT[is.verdict].zh}${cost.zh}。`,
    en: `${what.en}: due ${time(was.dueAt)} → ${time(is.dueAt)}, ${done.en}; ${VERDICT[was.verdict].en} → ${VERDICT[is.verdict].en}${cost.en}.`,
  }
}

/** What it comes to on both sides: points where there are any, money where there is any, else nothing. */
function changed(was: Called | undefined, is: Called | undefined): Text {
  if (was?.points !== undefined || is?.points !== undefined) {
    const points = `${was?.points ?? 0} → ${is?.points ?? 0}`
    return { zh: `；扣分 ${points}`, en: `; points ${points}` }
  }
  if (!was?.amountFen && !is?.amountFen) return { zh: '', en: '' }
  const amount = `${money(was?.amountFen)} → ${money(is?.amountFen)}`
  return { zh: `；金额 ${amount}`, en: `; amount ${amount}` }
}

const time = (at: Instant | null | undefined) =>
  at === null || at === undefined ? '—' : formatInstant(at).slice(0, 19).replace('T', ' ')
const money = (fen = 0) => `${fen < 0 ? '−' : ''}¥${(Math.abs(fen) / 100).toFixed(2)}`
