import { warrantyUntil, type JudgedRepair } from '../equipment/repair.ts'
import type { Instant, LocalDate } from '../instant.ts'
import { isBlank, numberOf, settingOf, type Parameter, type Terms } from '../policy/parameter.ts'
import { addMonths, atTime, localDate } from '../time/local.ts'
import { firstOfMonth } from '../window/months.ts'
import { cited, type Share, type Watched } from './watched.ts'

const PERIODS = { monthly: 1, quarterly: 3, yearly: 12 } as const
type Period = keyof typeof PERIODS | 'inWarranty'

/** The failure rate of repaired equipment (S1-4.4.1) and what its text leaves open. */
export const repairRateParameters: Record<string, Parameter> = {
  'watch.repair': {
    clause: 'S1-4.4.1',
    label: { zh: '返修设备质保期内故障率上限', en: 'Failure rate of repaired equipment in warranty, at most' },
    unit: 'percent',
    value: null,
  },
  'watch.repairPeriod': {
    clause: null,
    label: {
      zh: '故障率按哪些维修计：当下在质保期内的（默认），或按维修所在的月、季、年',
      en: 'Failure rate of which repairs: those in warranty now (default), or of a month, quarter or year',
    },
    unit: 'setting',
    value: 'inWarranty',
    choices: ['inWarranty', 'monthly', 'quarterly', 'yearly'],
  },
  'watch.repairUnit': {
    clause: null,
    label: {
      zh: '故障率的单位：每次维修（默认）或每台设备',
      en: 'What the failure rate counts: each repair (default), or each piece of equipment',
    },
    unit: 'setting',
    value: 'eachRepair',
    choices: ['eachRepair', 'eachPiece'],
  },
}

type Rate = Watched & { share: Share }

/**
 * The failure rate of repaired equipment in warranty (S1-4.4.1), as a percentage. By default of the repairs whose warranty
 * runs now; else one per calendar month, quarter or year of the repairs, each over their whole warranty: those that hold a
 * warranty still running, the present one and the one before. Exactly the cap is within it. Repairs from a time when the
 * warranty was blank are not judged; where there are no others, that is said. `termsAt` gives the terms in force.
 */
export function repairRates(repairs: readonly JudgedRepair[], termsAt: (at: Instant) => Terms, now: Instant): Rate[] {
  const terms = termsAt(now)
  if (!('watch.repair' in terms)) return []
  const period = settingOf<Period>(terms, 'watch.repairPeriod')
  if (period === 'inWarranty') {
    const running = repairs.filter(({ state }) => state === 'running')
    const unset = warrantyUntil(now, terms) === null ? repairs.filter(({ state }) => state === 'unset') : []
    const counted = running.length > 0 ? running : unset
    const fromAt = Math.min(...counted.map(({ repairedAt }) => repairedAt))
    return rate(counted, terms, period, { fromAt, untilAt: null })
  }
  const months = PERIODS[period]
  const present = firstOfPeriod(localDate(now), months)
  const begun = new Set(repairs.map(({ repairedAt }) => firstOfPeriod(localDate(repairedAt), months)))
  return [...begun].sort().flatMap((on) => {
    const counted = repairs.filter(({ repairedAt }) => firstOfPeriod(localDate(repairedAt), months) === on)
    const isOver = on < addMonths(present, -months) && counted.every(({ state }) => state !== 'running')
    const span = { fromAt: atTime(on, '00:00'), untilAt: atTime(addMonths(on, months), '00:00') - 1 }
    return isOver ? [] : rate(counted, termsAt(span.fromAt), period, span)
  })
}

/** When the month, the quarter and the year of an instant began: the instants whose terms a rate may go by. */
export const periodStarts = (at: Instant): Instant[] =>
  Object.values(PERIODS).map((months) => atTime(firstOfPeriod(localDate(at), months), '00:00'))

const firstOfPeriod = (on: LocalDate, months: number): LocalDate =>
  addMonths(firstOfMonth(on), -((Number(on.slice(5, 7)) - 1) % months))

function rate(
  repairs: readonly JudgedRepair[],
  terms: Terms,
  period: Period,
  span: Pick<Watched, 'fromAt' | 'untilAt'>,
): Rate[] {
  if (repairs.length === 0 || !('watch.repair' in terms)) return []
  const unit = settingOf<'eachRepair' | 'eachPiece'>(terms, 'watch.repairUnit')
  const judged = repairs.filter(({ state }) => state !== 'unset')
  const failing = judged.filter(({ failed }) => failed)
  const count = (list: readonly JudgedRepair[]) =>
    unit === 'eachRepair' ? list.length : new Set(list.map(({ equipmentId }) => equipmentId)).size
  const [failed, of] = [count(failing), count(judged)]
  const limit = isBlank(terms, 'watch.repair') ? null : numberOf(terms, 'watch.repair')
  return [
    {
      ...cited(terms, 'watch.repair'),
      reading: { repairPeriod: period, repairUnit: unit },
      unit: 'percent',
      have: of === 0 ? null : (failed * 100) / of,
      limit,
      state: of === 0 || limit === null ? 'blank' : isBeyond(failed, of, limit) ? 'exceeded' : 'met',
      ...span,
      share: { failed, of, repairIds: idsOf(judged), failedIds: idsOf(failing) },
    },
  ]
}

/** Whether `failed` of `of` is more than a percentage of at most two decimals: in whole numbers, so that exactly it isn't. */
const isBeyond = (failed: number, of: number, limit: number) => failed * 10_000 > Math.round(limit * 100) * of

const idsOf = (repairs: readonly JudgedRepair[]) => repairs.map(({ id }) => id).sort()
