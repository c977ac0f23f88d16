import type { Instant, LocalDate } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { DayType } from '../../rules/time/calendar.ts'
import { isLocalDate } from '../../rules/time/local.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { calendarDay } from '../schema/calendar.ts'

export interface OwnDay {
  calendar: string
  on: LocalDate
  /** Null takes the day back: what lies below counts again. */
  type: DayType | null
  reason: string
  recordedById: string | null
  recordedAt: Instant
}

/** Gives a calendar a day of its own, e.g. a client's plant holiday. Refuses `input.date` for a date that does not exist. */
export async function setDay(tx: Tx | Db, day: OwnDay): Promise<{ id: string }> {
  if (!isLocalDate(day.on)) refuse('input.date', { field: 'on' })
  const id = newId()
  await tx.insert(calendarDay).values({ id, ...day })
  return { id }
}
