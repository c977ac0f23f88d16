import type { Instant } from '../instant.ts'
import { isBlank, numberOf, settingOf, type Parameter, type Terms } from '../policy/parameter.ts'
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
      zh: '首尾相接的事假：合并为一次（默认）或各算一次',
      en: 'Personal leave that follows on without a gap: one leave (default), or each by itself',
    },
    unit: 'setting',
    value: 'joined',
    choices: ['joined', 'each'],
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

/** Leaves that count as one: the ids, from when until when (null: open). */
export interface Stretch {
  ids: string[]
  fromAt: Instant
  toAt: Instant | null
}

/** Personal leaves as they count: those that touch or overlap as one, or each alone. In the order of their beginning. */
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

/** One leave against the cap; `isOver` counts from its end, or from `now` on where it goes on. */
export interface JudgedLeave extends Stretch {
  watched: Watched
  isOver: boolean
}

/**
 * Each personal leave against the cap of one month (S4-F-10), by the rulebook in force when it begins. Exactly a month is
 * not more than a month. Left out where no rulebook of the person states the cap.
 */
export function judgeLeaves(
  leaves: readonly Leave[],
  termsAt: (at: Instant) => Terms,
  span: 'joined' | 'each',
  now: Instant,
): JudgedLeave[] {
  return stretches(leaves, span).flatMap((stretch): JudgedLeave[] => {
    const terms = termsAt(stretch.fromAt)
    if (!('watch.leave' in terms)) return []
    const endOfMonth = settingOf<'clamp' | 'stick'>(terms, 'watch.leaveEndOfMonth')
    const reading = { leaveSpan: span, leaveEndOfMonth: endOfMonth }
    const { fromAt, toAt } = stretch
    const have = Math.max(0, (toAt ?? Math.max(now, fromAt)) - fromAt)
    const about: Omit<Watched, 'limit' | 'state' | 'untilAt'> = {
      ...cited(terms, 'watch.leave'),
      reading,
      unit: 'days',
      have,
      fromAt,
    }
    if (isBlank(terms, 'watch.leave'))
      return [{ ...stretch, isOver: false, watched: { ...about, limit: null, state: 'blank', untilAt: null } }]
    const untilAt = plusMonths(fromAt, numberOf(terms, 'watch.leave'), endOfMonth)
    const isOver = fromAt + have > untilAt
    const state = isOver ? 'exceeded' : 'met'
    return [{ ...stretch, isOver, watched: { ...about, limit: untilAt - fromAt, state, untilAt } }]
  })
}
