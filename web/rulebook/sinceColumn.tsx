import { localDate } from '../../rules/time/local.ts'
import type { Say } from '../language.tsx'
import type { Column } from '../parts/Rows.tsx'
import { instantOf } from '../parts/time.ts'
import { texts } from '../texts/index.ts'
import { shownValue } from './value.ts'

const { rulebook } = texts

interface DatedValue {
  unit: string
  sinceAt?: string
  next?: { value?: unknown; fromAt: string } | null
}

/** Since when a value holds, and what has been published to come after it. */
export function sinceColumn<T extends DatedValue>(say: Say): Column<T> {
  const shown = (value: unknown, unit: string) =>
    value === null || value === undefined ? say(rulebook.blank) : shownValue(value, unit, say)
  return {
    title: say(rulebook.since),
    show: ({ unit, sinceAt, next }) => (
      <>
        {sinceAt && (instantOf(sinceAt) === 0 ? say(rulebook.always) : localDate(instantOf(sinceAt)))}
        {next && (
          <div className="mark warn">
            {say(rulebook.upcoming, { date: localDate(instantOf(next.fromAt)), value: shown(next.value, unit) })}
          </div>
        )}
      </>
    ),
  }
}
