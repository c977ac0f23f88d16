import type { LocalDate } from '../instant.ts'
import { citation, isBlank, numberOf, settingOf, type Terms } from '../policy/parameter.ts'
import { isWorkingDay, type Calendar } from '../time/calendar.ts'
import { addDays } from '../time/local.ts'
import type { PayGrade } from '../window/payGrade.ts'
import { GRADE_PAY, type PartMonth } from './parameters.ts'
import type { PayLine } from './statement.ts'

/** A day in the post, with the grade on record and the parameters in force as it ended. */
export interface PostDay {
  on: LocalDate
  grade: PayGrade
  terms: Terms
}

/** Days in the post under one grade and amount. */
interface Stretch {
  grade: PayGrade
  clause: string
  monthFen: number | null
  days: LocalDate[]
}

/**
 * Base pay of a month by the grade (S0-A-8.1b to 8.1d), a line for each grade and amount that held in it. The clauses
 * state an amount and say nothing of part of a month, so the house rule `pay.partMonth` does: by calendar days or by
 * working days each day counts by the grade and amount that held as it ended, rounded to whole fen per line; or the whole
 * month by the first day in the post. Nothing for who was not in the post. `days` in order, all of the month `fromOn` to `toOn`.
 */
export function baseLines(
  days: readonly PostDay[],
  { fromOn, toOn }: { fromOn: LocalDate; toOn: LocalDate },
  calendar: Calendar,
): PayLine[] {
  const last = days.at(-1)
  if (!last) return []
  const part = settingOf<PartMonth>(last.terms, 'pay.partMonth')
  if (part === 'wholeMonth') return [lineOf(stretches(days)[0]!, null)]
  const counts = part === 'workingDays' ? (on: LocalDate) => isWorkingDay(calendar, on) : () => true
  let of = 0
  for (let on = fromOn; on <= toOn; on = addDays(on, 1)) if (counts(on)) of += 1
  return stretches(days).map((one) => lineOf(one, { n: one.days.filter(counts).length, of, part }))
}

function stretches(days: readonly PostDay[]): Stretch[] {
  const found: Stretch[] = []
  for (const { on, grade, terms } of days) {
    const key = GRADE_PAY[grade]
    const monthFen = isBlank(terms, key) ? null : numberOf(terms, key)
    const same = found.find((one) => one.grade === grade && one.monthFen === monthFen)
    if (same) same.days.push(on)
    else found.push({ grade, monthFen, clause: citation(terms, key).clause, days: [on] })
  }
  return found
}

const DAYS = {
  calendarDays: { zh: '日历日', en: 'calendar days' },
  workingDays: { zh: '工作日', en: 'working days' },
} as const

function lineOf(
  { grade, clause, monthFen, days }: Stretch,
  share: { n: number; of: number; part: keyof typeof DAYS } | null,
): PayLine {
  const whole = share === null || share.n === share.of
  const because = { zh: `基本工资 ${grade} 等`, en: `Base pay, grade ${grade}` }
  if (!whole) {
    const { zh, en } = DAYS[share.part]
    const [first, last] = [days[0]!, days.at(-1)!]
    because.zh += `，${first} 至 ${last}：${share.n}／${share.of} 个${zh}`
    because.en += `, ${first} to ${last}: ${share.n} of ${share.of} ${en}`
  }
  const amountFen = monthFen === null ? null : whole ? monthFen : Math.round((monthFen * share.n) / share.of)
  return { kind: 'base', clause, because, amountFen }
}
