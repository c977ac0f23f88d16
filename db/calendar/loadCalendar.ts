import { asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { LocalDate } from '../../rules/instant.ts'
import {
  createCalendar,
  type Calendar,
  type CalendarSettings,
  type CalendarYear,
  type DayType,
} from '../../rules/time/calendar.ts'
import { yearOf } from '../../rules/time/local.ts'
import { checkShifts } from '../../rules/time/shifts.ts'
import type { Db, Tx } from '../client.ts'
import { calendarDay, calendarYear } from '../schema/calendar.ts'
import { customer, project } from '../schema/customer.ts'

/** The national calendar, which every other lies over. */
export const NATIONAL = 'cn'

export interface CalendarChoice extends Pick<CalendarSettings, 'restOn' | 'shifts' | 'zone'> {
  /** `cn` (default) or a client's: its own years and days where it has any, the national ones elsewhere. */
  calendar?: string
}

/**
 * Days by calendar and by state of the tables. Rows are only ever added, with ids unique in the world, so their number
 * and the newest id tell one state from every other, of other databases too.
 */
const cache = new Map<string, { revision: string; calendar: Calendar }>()

/**
 * The calendar in force, as the rules read it; a settled one costs one small query. Without any imported year every
 * date is provisional. Throws TimeError for shifts that make no sense.
 */
export async function loadCalendar(tx: Tx | Db, choice: CalendarChoice = {}): Promise<Calendar> {
  const { calendar: name = NATIONAL, ...settings } = choice
  if (settings.shifts) checkShifts(settings.shifts)
  return { ...(await days(tx, name, await stateOf(tx))), ...given(settings) }
}

async function days(tx: Tx | Db, name: string, { revision }: State): Promise<Calendar> {
  const cached = cache.get(name)
  if (cached?.revision === revision) return cached.calendar
  const calendar = await read(tx, name)
  cache.set(name, { revision, calendar })
  return calendar
}

/** Whom or what a matter is about, as far as that tells by which calendar it goes. */
export interface CalendarOf {
  customerId?: string | null
  projectId?: string | null
}

/**
 * The calendar that work for a customer goes by: their own where they have one. The customer may be told by the project.
 * It costs the one small query of `loadCalendar`, and a second only where any customer has a calendar of their own.
 */
export async function loadCalendarOf(tx: Tx | Db, about: CalendarOf): Promise<Calendar> {
  const [calendar] = await calendarsOf(tx, [about])
  return calendar!
}

/** The calendars that several matters go by, in their order. */
export async function calendarsOf(tx: Tx | Db, about: readonly CalendarOf[]): Promise<Calendar[]> {
  const state = await stateOf(tx)
  const names = state.owners > 0 ? await namesOf(tx, about) : about.map(() => NATIONAL)
  const loaded = new Map<string, Calendar>()
  for (const name of new Set(names)) loaded.set(name, await days(tx, name, state))
  return names.map((name) => loaded.get(name)!)
}

async function namesOf(tx: Tx | Db, about: readonly CalendarOf[]): Promise<string[]> {
  const own = await tx
    .select({ customerId: customer.id, projectId: project.id, calendar: customer.calendar })
    .from(customer)
    .leftJoin(project, eq(project.customerId, customer.id))
    .where(isNotNull(customer.calendar))
  const isOwn = (one: (typeof own)[number], { customerId, projectId }: CalendarOf) =>
    projectId ? one.projectId === projectId : one.customerId === customerId
  return about.map((matter) => own.find((one) => isOwn(one, matter))?.calendar ?? NATIONAL)
}

/** Settings without the undefined ones, which would hide the calendar's own. */
function given<T extends object>(settings: T): Partial<T> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** Which state the tables are in, and how many customers have a calendar of their own. */
interface State {
  revision: string
  owners: number
}

async function stateOf(tx: Tx | Db): Promise<State> {
  const rows = await tx.execute<{ revision: string; owners: number }>(sql`
    select concat_ws('/', (select concat(count(*), ':', max(id)) from calendar_year),
      (select concat(count(*), ':', max(id)) from calendar_day)) as revision,
      (select count(*)::int from customer where calendar is not null) as owners`)
  return rows[0]!
}

async function read(tx: Tx | Db, name: string): Promise<Calendar> {
  const layers = [...new Set([NATIONAL, name])]
  const yearRows = await tx
    .select()
    .from(calendarYear)
    .where(inArray(calendarYear.calendar, layers))
    .orderBy(asc(calendarYear.id))
  const dayRows = await tx
    .select()
    .from(calendarDay)
    .where(inArray(calendarDay.calendar, layers))
    .orderBy(asc(calendarDay.id))

  const years = new Map<number, CalendarYear>()
  const overrides = new Map<LocalDate, DayType>()
  for (const layer of layers) {
    for (const { calendar, year, source, version, publishedOn, days } of yearRows) {
      if (calendar !== layer) continue
      years.set(year, { year, source, version, ...(publishedOn && { publishedOn }), ...days })
      // A client's own year hides the nation's single days of that year too.
      for (const on of overrides.keys()) if (yearOf(on) === year) overrides.delete(on)
    }
    // A day taken back falls to the layer below, so each layer is settled before it is laid over.
    const own = new Map(dayRows.filter((row) => row.calendar === layer).map((row) => [row.on, row.type]))
    for (const [on, type] of own) if (type !== null) overrides.set(on, type)
  }
  const inOrder = [...years.values()].sort((a, b) => a.year - b.year)
  return createCalendar({ years: inOrder, overrides: Object.fromEntries(overrides) })
}
