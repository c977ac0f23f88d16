import { MINUTE } from '../../rules/instant.ts'
import type { Ladder } from '../../rules/obligation/ladder.ts'
import type { Values } from '../parts/useFields.ts'

/** Whom a ladder can tell, from the bottom up. */
export const RUNGS = ['superior', 'deputyGm', 'gm'] as const

/** The fields of a ladder beside the parameter's own: the shares for reminders, and how late each rung is reached. */
export const remindersOf = (key: string) => `${key}#reminders`
export const rungOf = (key: string, step: string) => `${key}#${step}`

/** Whether a rung counts working days: as it does now, or as its neighbours do. */
export function inDays({ rungs }: Ladder, step: string): boolean {
  const own = rungs.find((rung) => rung.step === step)
  return own ? 'afterWorkingDays' in own : rungs.some((rung) => 'afterWorkingDays' in rung)
}

/** A ladder as its fields hold it: percent, and minutes or working days; a rung that isn't there is empty. */
export function ladderFields(key: string, { reminders, rungs }: Ladder): Values {
  const delays = rungs.map((rung): [string, string] => [
    rungOf(key, rung.step),
    String('afterMs' in rung ? rung.afterMs / MINUTE : rung.afterWorkingDays),
  ])
  return {
    [key]: 'ladder',
    [remindersOf(key)]: reminders.map((share) => Math.round(share * 100)).join(', '),
    ...Object.fromEntries(delays),
  }
}

/** What the fields say; undefined where a share lies outside 1 to 99 or a delay is no whole number. */
export function ladderValue(key: string, own: Ladder, values: Values): Ladder | undefined {
  const shares = (values[remindersOf(key)] ?? '').split(/[,，、\s]+/).filter(Boolean)
  const delays = RUNGS.map((step) => ({ step, text: (values[rungOf(key, step)] ?? '').trim() })).filter(
    ({ text }) => text,
  )
  if (!shares.every((share) => /^[1-9]\d?$/.test(share)) || !delays.every(({ text }) => /^\d{1,6}$/.test(text)))
    return undefined
  return {
    reminders: shares.map((share) => Number(share) / 100),
    rungs: delays.map(({ step, text }) => ({
      step,
      to: step,
      ...(inDays(own, step) ? { afterWorkingDays: Number(text) } : { afterMs: Number(text) * MINUTE }),
    })),
  }
}
