import { DAY, type Instant } from '../instant.ts'
import { isBlank, numberOf, settingOf, type Parameter, type Terms } from '../policy/parameter.ts'
import { addDays, atTime, localDate, weekday } from '../time/local.ts'
import { cited, leastState, type Watched } from './watched.ts'

const WEEK = 7 * DAY

/** The weekly work order of a longer job (S2-5.1.3b) and what its text leaves open. */
export const orderParameters: Record<string, Parameter> = {
  'watch.order': {
    clause: 'S2-5.1.3b',
    label: { zh: '超过一周的服务：每周最少工单数', en: 'A job longer than a week: work orders a week, at least' },
    unit: 'count',
    value: 1,
  },
  'watch.orderWeek': {
    clause: null,
    label: {
      zh: '“每周”：自抵达起每七天（默认）或周一至周日',
      en: '"Each week": every seven days from the arrival (default), or Monday to Sunday',
    },
    unit: 'setting',
    value: 'rolling',
    choices: ['rolling', 'calendar'],
  },
  'watch.orderPart': {
    clause: null,
    label: {
      zh: '首尾不满一周：不须单独填写（默认）或仍须',
      en: 'A week that the job fills only in part: no order of its own (default), or one is owed',
    },
    unit: 'setting',
    value: 'notOwed',
    choices: ['owed', 'notOwed'],
  },
}

/** A service at one customer: from the arrival until it was completed (null: it goes on), and its work orders. */
export interface Job {
  fromAt: Instant
  doneAt: Instant | null
  orders: readonly Instant[]
}

/**
 * How the weekly work orders of a job stand (S2-5.1.3b): `have` of `limit` weeks have theirs. A week ends before the next
 * begins. Null for a job that has not lasted longer than a week: seven days to the millisecond are not longer. `terms` are
 * those of the arrival.
 */
export function weeklyOrders({ fromAt, doneAt, orders }: Job, terms: Terms, now: Instant): Watched | null {
  const endAt = doneAt ?? now
  if (!('watch.order' in terms) || endAt - fromAt <= WEEK) return null
  const week = settingOf<'rolling' | 'calendar'>(terms, 'watch.orderWeek')
  const part = settingOf<'owed' | 'notOwed'>(terms, 'watch.orderPart')
  const about = {
    ...cited(terms, 'watch.order'),
    reading: { orderWeek: week, orderPart: part },
    unit: 'count' as const,
  }
  if (isBlank(terms, 'watch.order'))
    return { ...about, have: null, limit: null, state: 'blank', fromAt, untilAt: doneAt }
  const least = numberOf(terms, 'watch.order')
  const firstAt = week === 'rolling' ? fromAt : mondayOf(fromAt)
  let [have, limit] = [0, 0]
  let state: Watched['state'] = 'met'
  let untilAt = doneAt
  for (let at = firstAt; at < endAt || (doneAt === null && at === endAt); at += WEEK) {
    const count = orders.filter((order) => order >= at && order < at + WEEK).length
    const runs = doneAt === null && now < at + WEEK
    if (runs) untilAt = at + WEEK - 1
    const isPart = at < fromAt || (doneAt !== null && doneAt < at + WEEK)
    if (isPart && part === 'notOwed') continue
    limit += 1
    const stands = leastState(count, least, at + WEEK - 1, now)
    if (stands === 'met') have += 1
    else if (state !== 'missed') state = stands
  }
  return { ...about, have, limit, state, fromAt, untilAt }
}

const mondayOf = (at: Instant): Instant => {
  const on = localDate(at)
  return atTime(addDays(on, 1 - weekday(on)), '00:00')
}
