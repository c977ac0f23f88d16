import type { Instant } from '../instant.ts'
import { isBlank, numberOf, settingOf, type Parameter, type Terms } from '../policy/parameter.ts'
import { localDate } from '../time/local.ts'
import { plusMonths } from '../window/months.ts'
import { cited, type Watched } from './watched.ts'

/** Somebody's personal leave (事假); `toAt` null: until further notice. It ends before `toAt`. */
export interface Leave {
  id: string
  fromAt: Instant
  toAt: Instant | null
}

/** The cap of personal leave (S4-F-10) and what its text leaves open. */
export const leaveParameters: Record<string, Parameter> = {
  'watch.leave': {
    clause: 'S4-F-10',
    label: { zh: '事假最长', en: 'Personal leave, at most' },
    unit: 'months',
    value: 1,
  },
  'watch.leaveSpan': {
    clause: null,
    label: {
      zh: '“一个月”：每次事假，首尾相接的合并为一次（默认）；每次各算；或当年累计',
      en: '"One month": each leave, one that follows on being the same (default); each by itself; or all of a calendar year',
    },
    unit: 'setting',
    value: 'joined',
    choices: ['joined', 'each', 'yearly'],
  },
  'watch.leaveEndOfMonth': {
    clause: null,
    label: {
      zh: '一个月后无同日：取当月末日（默认）或月末对月末',
      en: 'No such day a month later: the last day of the month (default), or month end to month end',
    },
    unit: 'setting',
    value: 'clamp',
    choices: ['clamp', 'stick'],
  },
  'watch.leaveOver': {
    clause: null,
    label: {
      zh: '登记将要超期的事假：拒绝（默认）或仅标注；已发生的总是登记并标注',
      en: 'Personal leave to come that is too long: refused (default), or flagged; one that has happened is recorded and flagged',
    },
    unit: 'setting',
    value: 'refused',
    choices: ['refused', 'flagged'],
  },
}

type LeaveSpan = 'joined' | 'each' | 'yearly'

/** Leaves that count as one: the ids, from when until when (null: open). */
export interface Stretch {
  ids: string[]
  fromAt: Instant
  toAt: Instant | null
}

/**
 * Personal leaves as they count together: those that touch or overlap, each alone, or all stretches that begin in one
 * calendar year. In the order of their beginning.
 */
function together(leaves: readonly Leave[], span: LeaveSpan): Stretch[][] {
  if (span !== 'yearly') return stretches(leaves, span).map((one) => [one])
  const years: Record<string, Stretch[]> = {}
  for (const one of stretches(leaves, 'joined')) (years[localDate(one.fromAt).slice(0, 4)] ??= []).push(one)
  return Object.values(years)
}

/** Personal leaves one by one: those that touch or overlap as one, or each alone. In the order of their beginning. */
export function stretches(leaves: readonly Leave[], span: 'joined' | 'each'): Stretch[] {
  const found: Stretch[] = []
  for (const { id, fromAt, toAt } of [...leaves].sort((a, b) => a.fromAt - b.fromAt || (a.id < b.id ? -1 : 1))) {
    const last = found.at(-1)
    if (span === 'joined' && last && (last.toAt === null || fromAt <= last.toAt)) {
      last.ids.push(id)
      last.toAt = last.toAt === null || toAt === null ? null : Math.max(last.toAt, toAt)
    } else found.push({ ids: [id], fromAt, toAt })
  }
  return found
}

/** What counts as one leave against the cap; `isOver` counts from its end, or from `now` on where it goes on. */
export interface JudgedLeave extends Stretch {
  watched: Watched
  isOver: boolean
}

/**
 * Each personal leave against the cap of one month (S4-F-10), by the rulebook in force when it begins. Exactly a month is
 * not more than a month. Added up over a year, a month is as long as the one that begins with the first leave. Left out where
 * no rulebook of the person states the cap.
 */
export function judgeLeaves(
  leaves: readonly Leave[],
  termsAt: (at: Instant) => Terms,
  span: LeaveSpan,
  now: Instant,
): JudgedLeave[] {
  return together(leaves, span).flatMap((parts): JudgedLeave[] => {
    const [first, last] = [parts[0]!, parts.at(-1)!]
    const { fromAt } = first
    const stretch = { ids: parts.flatMap(({ ids }) => ids), fromAt, toAt: last.toAt }
    const terms = termsAt(fromAt)
    if (!('watch.leave' in terms)) return []
    const endOfMonth = settingOf<'clamp' | 'stick'>(terms, 'watch.leaveEndOfMonth')
    const reading = { leaveSpan: span, leaveEndOfMonth: endOfMonth }
    const lengthOf = (one: Stretch) => (one.toAt ?? Math.max(now, one.fromAt)) - one.fromAt
    const have = parts.reduce((sum, one) => sum + lengthOf(one), 0)
    const about: Omit<Watched, 'limit' | 'state' | 'untilAt'> = {
      ...cited(terms, 'watch.leave'),
      reading,
      unit: 'days',
      have,
      fromAt,
    }
    if (isBlank(terms, 'watch.leave'))
      return [{ ...stretch, isOver: false, watched: { ...about, limit: null, state: 'blank', untilAt: null } }]
    const limit = plusMonths(fromAt, numberOf(terms, 'watch.leave'), endOfMonth) - fromAt
    const isOver = have > limit
    const state = isOver ? 'exceeded' : 'met'
    // The last of them may last as long as the others leave it.
    const untilAt = last.fromAt + limit - (have - lengthOf(last))
    return [{ ...stretch, isOver, watched: { ...about, limit, state, untilAt } }]
  })
}
