import type { LocalDate } from '../instant.ts'
import { citation, isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import type { Text } from '../text.ts'
import type { Calendar } from '../time/calendar.ts'
import { baseLines, type PostDay } from './base.ts'
import type { BonusLine } from './ranking.ts'
import { explainChange, type BonusChange } from './rerank.ts'
import { travelLines, type SpecialRate, type TravelDay } from './travel.ts'

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
  /** The closed month that this puts right, `YYYY-MM`; left out: it is of the sheet's own month. */
  of?: string
}

/** What a person's pay of a month is made of. */
export interface PayMaterial {
  month: { fromOn: LocalDate; toOn: LocalDate }
  /** The days of the month on which they held the post of an engineer, in order; without any there is a bonus at most. */
  days: readonly PostDay[]
  /** Bonuses that the general manager approved in the month, with the half-year they are for. */
  bonuses: readonly { half: string; line: BonusLine }[]
  /** Places in a bonus changed in the month, since its half-year's past had. */
  changes: readonly { half: string; change: BonusChange }[]
  travel: readonly TravelDay[]
  rates: readonly SpecialRate[]
  /** The parameters in force as a day ended. */
  termsOn: (on: LocalDate) => Terms
  calendar: Calendar
}

/**
 * Pay is base pay plus bonus (S0-A-8.1a), by the grade (S0-A-8.1b to 8.1d) and the half-year's ranking (S0-A-8.1f), with
 * an allowance for each day of travel (S0-A-8.2a) and each month of telephone (S0-A-8.2b), whole for a month begun. Fines
 * and rewards stand on the assessment sheet, not here.
 */
export function payLines({ month, days, bonuses, changes, travel, rates, termsOn, calendar }: PayMaterial): PayLine[] {
  const bonus = [
    ...bonuses.map(bonusLine(termsOn(month.toOn))),
    ...changes.filter(({ change }) => change.amountFen !== 0).map(changeLine(termsOn(month.toOn))),
  ]
  if (days.length === 0) return bonus
  const inPost = new Set(days.map(({ on }) => on))
  const away = travel.filter(({ on }) => inPost.has(on))
  return [
    ...baseLines(days, month, calendar),
    ...bonus,
    ...travelLines(away, rates, termsOn),
    phone(days.at(-1)!.terms),
  ]
}

/** What lines come to, in fen; what is blank counts nothing. */
export const payTotal = (lines: readonly PayLine[]): number =>
  lines.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)

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

const changeLine =
  (terms: Terms) =>
  ({ half, change }: PayMaterial['changes'][number]): PayLine => ({
    kind: 'bonus',
    clause: citation(terms, 'pay.bonusBase').clause,
    because: explainChange(half, change),
    amountFen: change.amountFen,
  })

function phone(terms: Terms): PayLine {
  const amountFen = isBlank(terms, 'pay.phonePerMonth') ? null : numberOf(terms, 'pay.phonePerMonth')
  const blank = amountFen === null
  const because = {
    zh: blank ? '每月金额未定' : '每月话费补助',
    en: blank ? 'The amount per month is blank' : 'Per month',
  }
  return { kind: 'phone', clause: citation(terms, 'pay.phonePerMonth').clause, because, amountFen }
}
