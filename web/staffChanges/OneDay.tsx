import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { changes as words } from '../texts/staffChanges.ts'
import { brokenLabel } from './broken.ts'
import type { Day, Preview } from './usePlan.ts'

export interface Choosing {
  of: Preview
  /** The day that the tab key stops at. */
  stop: string | null | undefined
  choose: (on: string) => void
}

/** A day with what it is, which step falls on it, which day of the handover it is, and whether it holds. */
export function OneDay({ day, of, stop, choose }: Choosing & { day: Day }) {
  const say = useSay()
  const { on, type, working, handoverDay, breaks } = day
  const { plan, todayOn } = of
  const step =
    (on === plan.takesOverOn && words.takesOverMark) ||
    (on === plan.noticeOn && on !== todayOn && !of.check.replaceByOn && words.noticeMark) ||
    (on === plan.applyOn && on !== todayOn && words.applyMark) ||
    undefined
  const kind = { statutoryHoliday: words.holidayMark, adjustedRest: words.restMark, makeUpWorkday: words.workMark }[
    type as string
  ]
  const why = breaks?.map((promise) => brokenLabel(promise, say)).join(say(texts.common.comma)) ?? ''
  const holds = breaks === null ? say(words.past) : why ? say(words.infeasible, { why }) : say(words.feasible)
  const parts = [
    on,
    say(words[type]),
    on === todayOn && say(words.today),
    step && say(step),
    handoverDay !== null && say(words.handoverDay, { n: handoverDay }),
    holds,
  ]
  const mark = step ? say(step) : handoverDay !== null ? say(words.handoverMark, { n: handoverDay }) : kind && say(kind)
  const tones = [
    working ? '' : 'rest',
    handoverDay !== null && 'handover',
    breaks?.length === 0 && 'ok',
    on === todayOn && 'today',
  ]
  return (
    <button
      type="button"
      className={['day', ...tones].filter(Boolean).join(' ')}
      disabled={breaks === null}
      data-on={on}
      tabIndex={on === stop ? 0 : -1}
      aria-pressed={on === plan.takesOverOn}
      onClick={() => choose(on)}
    >
      <span className="visually-hidden">{parts.filter(Boolean).join(say(texts.common.comma))}</span>
      <span className="date" aria-hidden>
        {Number(on.slice(8))}
      </span>
      <span className="mark-of-day" aria-hidden>
        {mark}
      </span>
    </button>
  )
}
