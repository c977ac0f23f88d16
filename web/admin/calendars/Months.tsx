import type { DayType } from '../../../rules/time/calendar.ts'
import { useSay } from '../../language.tsx'
import { words } from '../../texts/calendars.ts'
import { Month } from './Month.tsx'
import './calendars.css'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const TYPES = ['statutoryHoliday', 'adjustedRest', 'weekend', 'makeUpWorkday', 'workday'] as const

/** What the colours of the picture mean. */
export function Legend() {
  const say = useSay()
  return (
    <div className="row">
      {TYPES.map((type) => (
        <span key={type} className="row small">
          <span className={`day ${type}`} aria-hidden />
          {say(words[type])}
        </span>
      ))}
    </div>
  )
}

/** Twelve months with what each day is. */
export function Months({ year, types }: { year: number; types: ReadonlyMap<string, DayType> }) {
  return (
    <div className="months">
      {MONTHS.map((month) => (
        <Month key={month} year={year} month={month} types={types} />
      ))}
    </div>
  )
}
