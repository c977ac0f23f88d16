import type { LocalDate } from '../instant.ts'
import { yuan } from '../notification/template.ts'
import { citation, isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import type { PayLine } from './statement.ts'

/** A rate above the usual one, approved by the general manager for a region and a time (S0-A-8.2a). */
export interface SpecialRate {
  regionId: string
  perDayFen: number
  fromOn: LocalDate
  /** Its last day; null: until further notice. */
  toOn: LocalDate | null
}

/** A day away on a trip, and in which region it was spent; null: in none that is known. */
export interface TravelDay {
  on: LocalDate
  regionId: string | null
}

/**
 * The travel allowance (S0-A-8.2a): one line for each rate; a day counts once, whatever trips it belongs to, by the usual
 * rate in force on it or the best special one that holds for its region.
 */
export function travelLines(
  travel: readonly TravelDay[],
  rates: readonly SpecialRate[],
  termsOn: (on: LocalDate) => Terms,
): PayLine[] {
  const usualOn = (on: LocalDate) =>
    isBlank(termsOn(on), 'pay.travelPerDay') ? null : numberOf(termsOn(on), 'pay.travelPerDay')
  const rateOf = ({ on, regionId }: TravelDay) => {
    const special = rates.filter((rate) => rate.regionId === regionId && rate.fromOn <= on && (rate.toOn ?? on) >= on)
    const usual = usualOn(on)
    return special.length === 0 ? usual : Math.max(usual ?? 0, ...special.map(({ perDayFen }) => perDayFen))
  }
  const byDay = new Map<LocalDate, number | null>()
  for (const day of travel) {
    const [before, rate] = [byDay.get(day.on), rateOf(day)]
    byDay.set(day.on, before == null ? rate : Math.max(before, rate ?? 0))
  }
  const perDay = [...new Set(byDay.values())].sort((a, b) => (a ?? 0) - (b ?? 0))
  return perDay.map((rate): PayLine => {
    const days = [...byDay].filter(([, one]) => one === rate).map(([on]) => on)
    const each =
      rate === null
        ? { zh: '，每天金额未定', en: ', the amount per day is blank' }
        : { zh: `，每天 ${yuan(rate)}`, en: `, ${yuan(rate)} a day` }
    return {
      kind: 'travel',
      clause: citation(termsOn(days[0]!), 'pay.travelPerDay').clause,
      because: { zh: `出差 ${days.length} 天${each.zh}`, en: `Days of travel: ${days.length}${each.en}` },
      amountFen: rate === null ? null : rate * days.length,
    }
  })
}
