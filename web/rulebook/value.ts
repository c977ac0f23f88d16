import { DAY, HOUR, MINUTE } from '../../rules/instant.ts'
import type { Say } from '../language.tsx'
import { money } from '../parts/money.ts'
import { roles, type Role } from '../../rules/roles.ts'
import { texts } from '../texts/index.ts'
import { readings } from '../texts/readings.ts'

/** A parameter's value as people read it. A ladder is shown by its rungs. */
export function shownValue(value: unknown, unit: string, say: Say): string {
  const { rulebook, common } = texts
  if (typeof value === 'number') {
    if (unit === 'fen') return money(value)
    if (unit === 'workingDays') return say(rulebook.workingDays, { n: value })
    if (unit === 'months') return say(rulebook.months, { n: value })
    if (unit === 'ms') return span(value, say)
    return String(value)
  }
  if (typeof value === 'boolean') return say(value ? common.yes : common.no)
  if (typeof value === 'string') return readingOf(value, say)
  return ladderOf(value) ?? JSON.stringify(value)
}

function span(ms: number, say: Say): string {
  const { rulebook } = texts
  if (ms % DAY === 0) return say(rulebook.days, { n: ms / DAY })
  if (ms % HOUR === 0) return say(rulebook.hours, { n: ms / HOUR })
  return say(rulebook.minutes, { n: ms / MINUTE })
}

function ladderOf(value: unknown): string | undefined {
  const { reminders, rungs } = (value ?? {}) as { reminders?: number[]; rungs?: { step: string }[] }
  if (!reminders || !rungs) return undefined
  return [...reminders.map((share) => `${share * 100} %`), ...rungs.map(({ step }) => step)].join(' → ')
}

/** A setting names a reading or a role; one without a word of its own is shown as it stands. */
function readingOf(name: string, say: Say): string {
  const text = readings[name] ?? (name in roles ? roles[name as Role] : undefined)
  return text ? say(text) : name
}
