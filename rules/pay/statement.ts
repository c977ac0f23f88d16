import type { LocalDate } from '../instant.ts'
import { citation, isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import type { Text } from '../text.ts'
import type { PayGrade } from '../window/payGrade.ts'
import { GRADE_PAY } from './parameters.ts'
import type { BonusLine } from './ranking.ts'

/** What pay consists of. */
export const PAY_CLAUSE = 'S0-A-8.1a'

export const PAY_KINDS = ['base', 'bonus', 'travel', 'phone'] as const
export type PayKind = (typeof PAY_KINDS)[number]

export const payKinds: Record<PayKind, Text> = {
  base: { zh: '基本工资', en: 'Base pay' },
  bonus: { zh: '半年奖金', en: 'Half-yearly bonus' },
  travel: { zh: '出差补助', en: 'Travel allowance' },
  phone: { zh: '话费补助', en: 'Phone allowance' },
}

/** A line of somebody's pay for a month. */
export interface PayLine {
  kind: PayKind
  clause: string
  because: Text
  /** Null: the rulebook's amount is blank, so nothing can be paid under it yet. */
  amountFen: number | null
}

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

/** What a person's pay of a month is made of. */
export interface PayMaterial {
  /** The grade on the first day of the month in the post: a change counts from the month after. */
  grade: PayGrade
  /** Bonuses that the general manager approved in the month, with the half-year they are for. */
  bonuses: readonly { half: string; line: BonusLine }[]
  travel: readonly TravelDay[]
  rates: readonly SpecialRate[]
}

/**
 * Pay is base pay plus bonus (S0-A-8.1a), by the grade (S0-A-8.1b to 8.1d) and the half-year's ranking (S0-A-8.1f), with
 * an allowance for each day of travel (S0-A-8.2a) and each month of telephone (S0-A-8.2b). Fines and rewards stand on the
 * assessment sheet, not here.
 */
export function payLines(material: PayMaterial, terms: Terms): PayLine[] {
  return [
    baseLine(material.grade, terms),
    ...material.bonuses.map(bonusLine(terms)),
    ...travelLines(material, terms),
    phone(terms),
  ]
}

/** What lines come to, in fen; what is blank counts nothing. */
export const payTotal = (lines: readonly PayLine[]): number =>
  lines.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)

const amountOf = (terms: Terms, key: string) => (isBlank(terms, key) ? null : numberOf(terms, key))

function baseLine(grade: PayGrade, terms: Terms): PayLine {
  const because = { zh: `基本工资 ${grade} 等`, en: `Base pay, grade ${grade}` }
  const key = GRADE_PAY[grade]
  return { kind: 'base', clause: citation(terms, key).clause, because, amountFen: amountOf(terms, key) }
}

const bonusLine =
  (terms: Terms) =>
  ({ half, line }: PayMaterial['bonuses'][number]): PayLine => {
    if (line.kind === 'helper') {
      const because = {
        zh: `${half} 支援外区服务：${line.note}`,
        en: `${half}, service to another region: ${line.note}`,
      }
      return { kind: 'bonus', clause: citation(terms, 'pay.helperMost').clause, because, amountFen: line.amountFen }
    }
    const { rank, of, coefficient } = line
    const because = {
      zh: `${half} 排名 ${rank}／${of}，系数 ${coefficient / 100}`,
      en: `${half}: ranked ${rank} of ${of}, coefficient ${coefficient / 100}`,
    }
    return { kind: 'bonus', clause: citation(terms, 'pay.bonusBase').clause, because, amountFen: line.amountFen }
  }

/** One line for each rate; a day counts once, whatever trips it belongs to, and by the best rate that holds on it. */
function travelLines({ travel, rates }: PayMaterial, terms: Terms): PayLine[] {
  const usual = amountOf(terms, 'pay.travelPerDay')
  const rateOf = ({ on, regionId }: TravelDay) => {
    const special = rates.filter((rate) => rate.regionId === regionId && rate.fromOn <= on && (rate.toOn ?? on) >= on)
    return special.length === 0 ? usual : Math.max(usual ?? 0, ...special.map(({ perDayFen }) => perDayFen))
  }
  const byDay = new Map<LocalDate, number | null>()
  for (const day of travel) {
    const [before, rate] = [byDay.get(day.on), rateOf(day)]
    byDay.set(day.on, before == null ? rate : Math.max(before, rate ?? 0))
  }
  const perDay = [...new Set(byDay.values())].sort((a, b) => (a ?? 0) - (b ?? 0))
  return perDay.map((rate): PayLine => {
    const days = [...byDay.values()].filter((one) => one === rate).length
    const each =
      rate === null
        ? { zh: '，每天金额未定', en: ', the amount per day is blank' }
        : { zh: `，每天 ¥${rate / 100}`, en: ` at ¥${rate / 100}` }
    return {
      kind: 'travel',
      clause: citation(terms, 'pay.travelPerDay').clause,
      because: { zh: `出差 ${days} 天${each.zh}`, en: `${days} days of travel${each.en}` },
      amountFen: rate === null ? null : rate * days,
    }
  })
}

function phone(terms: Terms): PayLine {
  const amountFen = amountOf(terms, 'pay.phonePerMonth')
  const blank = amountFen === null
  const because = {
    zh: blank ? '每月金额未定' : '每月话费补助',
    en: blank ? 'The amount per month is blank' : 'Per month',
  }
  return { kind: 'phone', clause: citation(terms, 'pay.phonePerMonth').clause, because, amountFen }
}
