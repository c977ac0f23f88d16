import { DAY, HOUR, type Instant } from '../instant.ts'
import { citation, type Terms } from '../policy/parameter.ts'
import type { Text } from '../text.ts'

/** In what a watched number is measured. Time is in ms whichever it is shown in; a percentage is a number up to 100. */
export type WatchUnit = 'days' | 'hours' | 'count' | 'percent'

/**
 * `met`: it is kept. `lacking`: a minimum that can still be reached. `missed`: one that can't be any more. `exceeded`: more
 * than a cap allows. `blank`: the rulebook leaves the number open, so nothing is judged.
 */
export const WATCH_STATES = ['met', 'lacking', 'missed', 'exceeded', 'blank'] as const
export type WatchState = (typeof WATCH_STATES)[number]

/** A minimum or a cap that costs nobody anything by itself: how it stands in one period of one subject. */
export interface Watched {
  /** The parameter that names it. */
  window: string
  clause: string
  policy: string
  policyVersion: number
  /** The readings that it was counted by: settings by name. */
  reading: Readonly<Record<string, string>>
  unit: WatchUnit
  /** What there is, and what it takes or may be at most; null: blank, or not to be said yet. */
  have: number | null
  limit: number | null
  state: WatchState
  fromAt: Instant
  /** The last instant that still counts; null where no end is known. */
  untilAt: Instant | null
  /** Of a rate: what it is made of. */
  share?: Share
}

/** What a rate is made of: `failed` of `of`, and the repairs that both count. */
export interface Share {
  failed: number
  of: number
  repairIds: string[]
  failedIds: string[]
}

/** What a watched number cites, by its parameter. Throws where the terms lack it. */
export const cited = (terms: Terms, window: string) => ({ window, ...citation(terms, window) })

/** How a minimum stands: it is reached, can still be reached until `untilAt`, or was missed. A blank judges nothing. */
export function leastState(have: number, least: number | null, untilAt: Instant, now: Instant): WatchState {
  if (least === null) return 'blank'
  if (have >= least) return 'met'
  return now <= untilAt ? 'lacking' : 'missed'
}

/** What each watched number is called. */
export const watchLabels = {
  'watch.leave': { zh: '一次事假最长', en: 'Longest personal leave' },
  'watch.training': { zh: '每人每月培训时间', en: 'Training per person and month' },
  'watch.joint': { zh: '每省每月集中培训', en: 'Joint trainings per province and month' },
  'watch.repair': { zh: '返修设备质保期内故障率', en: 'Failure rate of repaired equipment in warranty' },
  'watch.order': { zh: '超过一周的服务：每周工单', en: 'Weekly work orders of a long job' },
} as const satisfies Record<string, Text>

/** All that is within somebody's reach, before each of those it is made of. */
export const wholeLabel: Text = { zh: '全部维修', en: 'All repairs' }

/** What a reading comes to, by setting and value. */
export const watchReadings: Readonly<Record<string, Text>> = {
  'leaveSpan.joined': { zh: '首尾相接的算一次', en: 'leaves that follow on are one' },
  'leaveSpan.yearly': { zh: '当年事假累计', en: 'all leave of a calendar year adds up' },
  'leaveSpan.each': { zh: '每次各算', en: 'each leave by itself' },
  'leaveEndOfMonth.clamp': { zh: '次月无同日取月末日', en: 'the last day, where a month lacks the day' },
  'leaveEndOfMonth.stick': { zh: '月末对月末', en: 'month end to month end' },
  'trainingIdle.owed': { zh: '自然月；整月请假仍须', en: 'calendar month; owed in a month of leave too' },
  'trainingIdle.notOwed': { zh: '自然月；整月请假不须', en: 'calendar month; not owed in a whole month of leave' },
  'orderWeek.rolling': { zh: '自抵达起每七天', en: 'every seven days from the arrival' },
  'orderWeek.calendar': { zh: '周一至周日', en: 'Monday to Sunday' },
  'orderPart.owed': { zh: '不满一周仍须', en: 'owed for part of a week too' },
  'orderPart.notOwed': { zh: '不满一周不须', en: 'not owed for part of a week' },
  'repairPeriod.inWarranty': { zh: '当下在质保期内的维修', en: 'the repairs that are in warranty now' },
  'repairPeriod.monthly': { zh: '按维修所在自然月', en: 'by the calendar month of the repair' },
  'repairPeriod.quarterly': { zh: '按维修所在季度', en: 'by the quarter of the repair' },
  'repairPeriod.yearly': { zh: '按维修所在年份', en: 'by the year of the repair' },
  'repairUnit.eachRepair': { zh: '按维修次数', en: 'each repair counts' },
  'repairUnit.eachPiece': { zh: '按设备台数', en: 'each piece of equipment counts once' },
  'jointIdle.owed': { zh: '自然月；无人员的省仍须', en: 'calendar month; owed where nobody works too' },
  'jointIdle.notOwed': { zh: '自然月；无人员的省不须', en: 'calendar month; not owed where nobody works' },
}

export const watchStates: Readonly<Record<WatchState, Text>> = {
  met: { zh: '符合', en: 'Kept' },
  lacking: { zh: '尚差', en: 'Lacking' },
  missed: { zh: '未达标', en: 'Missed' },
  exceeded: { zh: '超过上限', en: 'Beyond the cap' },
  blank: { zh: '制度留空，不判断', en: 'Blank in the rulebook: not judged' },
}

/** A watched amount in words, to a tenth of its unit (a percentage to a hundredth), cut off: 7.96 hours are not 8. Empty where there is none. */
export function amountText(unit: WatchUnit, amount: number | null): Text {
  if (amount === null) return { zh: '', en: '' }
  const tenths = (of: number) => String(Math.floor(of * 10) / 10)
  if (unit === 'days') return { zh: `${tenths(amount / DAY)} 天`, en: `${tenths(amount / DAY)} days` }
  if (unit === 'hours') return { zh: `${tenths(amount / HOUR)} 小时`, en: `${tenths(amount / HOUR)} h` }
  if (unit === 'percent') {
    // 2.55 is a little less to a computer, and is 2.55 nevertheless.
    const share = `${Math.floor(Number((amount * 100).toFixed(6))) / 100}%`
    return { zh: share, en: share }
  }
  return { zh: String(amount), en: String(amount) }
}
