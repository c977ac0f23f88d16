import type { LocalDate } from '../instant.ts'
import type { Text } from '../text.ts'
import type { CalendarYear } from './calendar.ts'
import { isLocalDate, weekday, yearOf } from './local.ts'

const WEEKDAYS: readonly Text[] = [
  { zh: '星期一', en: 'a Monday' },
  { zh: '星期二', en: 'a Tuesday' },
  { zh: '星期三', en: 'a Wednesday' },
  { zh: '星期四', en: 'a Thursday' },
  { zh: '星期五', en: 'a Friday' },
  { zh: '星期六', en: 'a Saturday' },
  { zh: '星期日', en: 'a Sunday' },
]

export type DayList = 'statutory' | 'adjustedRest' | 'makeUp'

const LISTS: Record<DayList, Text> = {
  statutory: { zh: '法定节假日', en: 'statutory holidays' },
  adjustedRest: { zh: '调休放假日', en: 'adjusted rest days' },
  makeUp: { zh: '补班日', en: 'make-up working days' },
}

/** What is wrong with an imported year, and where; `list` is null where it concerns the year as a whole. */
export interface YearProblem {
  list: DayList | null
  on: LocalDate | null
  text: Text
}

/** All that is wrong with a year to be imported; empty where it can be used. */
export function checkYear(year: CalendarYear): YearProblem[] {
  const problems: YearProblem[] = []
  const seen = new Map<LocalDate, DayList>()
  if (!Number.isInteger(year.year) || year.year < 2000 || year.year > 2099) {
    problems.push(
      wrong(null, null, `年份 ${year.year} 不在 2000 至 2099 之间`, `year ${year.year} is not within 2000-2099`),
    )
  }
  if (year.source.trim() === '') problems.push(wrong(null, null, '缺少来源', 'the source is missing'))
  if (year.version.trim() === '') problems.push(wrong(null, null, '缺少版本', 'the version is missing'))
  if (year.statutory.length === 0) {
    problems.push(wrong('statutory', null, '没有法定节假日', 'there are no statutory holidays'))
  }
  for (const list of ['statutory', 'adjustedRest', 'makeUp'] as const) {
    for (const on of year[list]) {
      problems.push(...checkDay(year.year, list, on, seen))
      if (!seen.has(on)) seen.set(on, list)
    }
  }
  return problems
}

function checkDay(year: number, list: DayList, on: LocalDate, seen: ReadonlyMap<LocalDate, DayList>): YearProblem[] {
  if (!isLocalDate(on)) {
    return [
      wrong(list, on, `“${on}”不是有效日期（格式 YYYY-MM-DD）`, `"${on}" is not a date that exists, as YYYY-MM-DD`),
    ]
  }
  if (yearOf(on) !== year) {
    return [
      wrong(
        list,
        on,
        `${on} 不在 ${year} 年内，请列入其所在年份`,
        `${on} lies outside ${year}: list it under its own year`,
      ),
    ]
  }
  const other = seen.get(on)
  if (other !== undefined) {
    const [zh, en] =
      other === list
        ? [`${on} 在${LISTS[list].zh}中重复`, `${on} is listed twice among ${LISTS[list].en}`]
        : [
            `${on} 同时列为${LISTS[other].zh}和${LISTS[list].zh}`,
            `${on} is among both ${LISTS[other].en} and ${LISTS[list].en}`,
          ]
    return [wrong(list, on, zh, en)]
  }
  const day = weekday(on)
  const name = WEEKDAYS[day - 1]!
  if (list === 'makeUp' && day <= 5) {
    return [
      wrong(
        list,
        on,
        `补班日 ${on} 是${name.zh}，本来就是工作日`,
        `make-up day ${on} is ${name.en}, already a working day`,
      ),
    ]
  }
  if (list === 'adjustedRest' && day > 5) {
    return [
      wrong(
        list,
        on,
        `调休放假日 ${on} 是${name.zh}，本来就休息`,
        `adjusted rest day ${on} is ${name.en}, already free`,
      ),
    ]
  }
  return []
}

function wrong(list: DayList | null, on: LocalDate | null, zh: string, en: string): YearProblem {
  return { list, on, text: { zh, en } }
}
