import type { DayType } from '../../../rules/time/calendar.ts'
import { addDays, weekday } from '../../../rules/time/local.ts'
import { useLanguage } from '../../language.tsx'
import { words } from '../../texts/calendars.ts'

const WEEK = { zh: ['一', '二', '三', '四', '五', '六', '日'], en: ['M', 'T', 'W', 'T', 'F', 'S', 'S'] }

const MONTHS = {
  zh: Array.from({ length: 12 }, (_, index) => `${index + 1} 月`),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** One month of the picture; each day says in words what it is, for who doesn't see the colour. */
export function Month(props: { year: number; month: number; types: ReadonlyMap<string, DayType> }) {
  const { year, month, types } = props
  const { say, language } = useLanguage()
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const days = Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter((on) =>
    on.startsWith(first.slice(0, 8)),
  )
  const before = weekday(first) - 1
  const cells = [...Array<null>(before).fill(null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, index) => cells.slice(index * 7, index * 7 + 7))
  return (
    <table className="month">
      <caption>{MONTHS[language][month - 1]}</caption>
      <thead>
        <tr>
          {WEEK[language].map((name, index) => (
            <th key={index} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((on, column) => {
              if (on === null) return <td key={column} />
              const type = types.get(on) ?? (weekday(on) > 5 ? 'weekend' : 'workday')
              return (
                <td key={column} className={`day ${type}`} title={`${on} ${say(words[type])}`}>
                  {Number(on.slice(8))}
                  {type !== 'workday' && type !== 'weekend' && (
                    <span className="visually-hidden"> {say(words[type])}</span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
