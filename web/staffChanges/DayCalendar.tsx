import type { Say } from '../language.tsx'
import { useSay } from '../language.tsx'
import { staffChangePromises } from '../../rules/staffChange/labels.ts'
import { weekday } from '../../rules/time/local.ts'
import { changes as words } from '../texts/staffChanges.ts'
import type { Day, Preview } from './usePlan.ts'
import './calendar.css'

const WEEK = [words.mon, words.tue, words.wed, words.thu, words.fri, words.sat, words.sun]

/** What a promise that breaks is called. */
export const brokenLabel = (promise: string, say: Say) =>
  say(promise === 'start' ? words.startBreaks : staffChangePromises[promise]!)

/** The days to come, month by month: free and worked, the handover's numbered, each saying whether it holds. */
export function DayCalendar({ of, choose }: { of: Preview; choose: (on: string) => void }) {
  const say = useSay()
  const months = [...new Set(of.days.map(({ on }) => on.slice(0, 7)))]
  return (
    <>
      <div className="months">
        {months.map((month) => (
          <Month key={month} month={month} of={of} choose={choose} />
        ))}
      </div>
      <p className="row small" aria-label={say(words.legend)}>
        <span className="day-key ok">✓ {say(words.legendFeasible)}</span>
        <span className="day-key handover">{say(words.legendHandover)}</span>
        <span className="day-key rest">
          {say(words.holidayMark)} {say(words.statutoryHoliday)}
        </span>
        <span className="day-key rest">
          {say(words.restMark)} {say(words.adjustedRest)}
        </span>
        <span className="day-key">
          {say(words.workMark)} {say(words.makeUpWorkday)}
        </span>
      </p>
    </>
  )
}

function Month({ month, of, choose }: { month: string; of: Preview; choose: (on: string) => void }) {
  const say = useSay()
  const [y, m] = month.split('-')
  const days = of.days.filter(({ on }) => on.startsWith(month))
  const cells: (Day | null)[] = [...Array<null>(weekday(days[0]!.on) - 1).fill(null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, n) => cells.slice(n * 7, n * 7 + 7))
  return (
    <table className="month">
      <caption>{say(words.month, { y: y!, m: m! })}</caption>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day.en} scope="col">
              {say(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, n) => (
          <tr key={n}>
            {week.map((day, column) => (
              <td key={day?.on ?? column}>{day && <OneDay day={day} of={of} choose={choose} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OneDay({ day, of, choose }: { day: Day; of: Preview; choose: (on: string) => void }) {
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
  const why = breaks?.map((promise) => brokenLabel(promise, say)).join(say(words.comma)) ?? ''
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
      aria-pressed={on === plan.takesOverOn}
      onClick={() => choose(on)}
    >
      <span className="visually-hidden">{parts.filter(Boolean).join(say(words.comma))}</span>
      <span className="date" aria-hidden>
        {Number(on.slice(8))}
      </span>
      <span className="mark-of-day" aria-hidden>
        {mark}
      </span>
    </button>
  )
}
