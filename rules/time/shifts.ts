import { TimeError } from './error.ts'
import { timeOfDay, type Weekday } from './local.ts'

/** Part of a day that is worked, from the first time of day to the second (`HH:MM`), within one day. */
export interface Period {
  from: string
  to: string
}

/**
 * Working periods of a day in order, what lies between them is break. A weekday of its own overrides the default; a
 * make-up Saturday that has none works the default.
 */
export interface Shifts {
  default: readonly Period[]
  byWeekday?: Partial<Record<Weekday, readonly Period[]>>
}

/** Shifts as the rulebooks state them. */
export const SHIFTS = {
  /** Head office: 08:30-18:00 with a break 12:00-13:30 [S2-1.2.1a]. */
  S2: { default: [period('08:30', '12:00'), period('13:30', '18:00')] },
  /** [S4-D-2.1] */
  D: { default: [period('08:30', '12:00'), period('14:00', '17:30')] },
  /** Also the shifts of O and S [S4-N-2.1, S4-O-2.1, S4-S-2.1]. */
  N: { default: [period('08:00', '12:00'), period('14:00', '18:00')] },
  /** [S4-F-5] */
  F: { default: [period('08:00', '12:00'), period('13:00', '17:30')] },
  /** No break is stated [S4-L-5a]. */
  L: { default: [period('08:30', '17:30')] },
} as const satisfies Record<string, Shifts>

function period(from: string, to: string): Period {
  return { from, to }
}

/** The periods worked on a weekday. */
export function periodsOn(shifts: Shifts, day: Weekday): readonly Period[] {
  return shifts.byWeekday?.[day] ?? shifts.default
}

/** Throws TimeError where a day has no period, or periods are empty, overlap or are out of order. */
export function checkShifts(shifts: Shifts): void {
  for (const periods of [shifts.default, ...Object.values(shifts.byWeekday ?? {})]) {
    if (periods.length === 0) throw new TimeError({ zh: '班次没有工作时段', en: 'a shift has no working period' })
    let end = 0
    for (const { from, to } of periods) {
      if (timeOfDay(from) < end || timeOfDay(from) >= timeOfDay(to)) {
        throw new TimeError({
          zh: `班次 ${from}-${to} 为空，或与前一时段重叠或次序颠倒`,
          en: `shift ${from}-${to} is empty, or overlaps the period before it`,
        })
      }
      end = timeOfDay(to)
    }
  }
}
