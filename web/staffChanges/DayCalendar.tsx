import { useSay } from '../language.tsx'
import { weekday } from '../../rules/time/local.ts'
import { changes as words } from '../texts/staffChanges.ts'
import { OneDay, type Choosing } from './OneDay.tsx'
import { useDays } from './useDays.ts'
import type { Day, Preview } from './usePlan.ts'
import './calendar.css'

const WEEK = [words.mon, words.tue, words.wed, words.thu, words.fri, words.sat, words.sun]

/** The days to come, month by month: free and worked, the handover's numbered, each saying whether it holds. */
export function DayCalendar({ of, choose }: { of: Preview; choose: (on: string) => void }) {
  const say = useSay()
  const months = [...new Set(of.days.map(({ on }) => on.slice(0, 7)))]
  const { frame, stop, onKeyDown } = useDays(of.days, of.plan.takesOverOn)
  return (
    <>
      <div className="months" ref={frame} onKeyDown={onKeyDown}>
        {months.map((month) => (
          <Month key={month} month={month} of={of} stop={stop} choose={choose} />
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

function Month({ month, ...rest }: Choosing & { month: string }) {
  const say = useSay()
  const [y, m] = month.split('-')
  const days = rest.of.days.filter(({ on }) => on.startsWith(month))
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
              <td key={day?.on ?? column}>{day && <OneDay day={day} {...rest} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
