import { addDays, formatInstant, localDate } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import { instantOf } from '../../parts/time.ts'

/** The first moment of a day, for the API. */
export const startOf = (date: string) => `${date}T00:00:00+08:00`

/** The moment after a day's last one, for the API: what holds until the end of that day. */
export const endOf = (date: string) => startOf(addDays(date, 1))

/** The day on which something begins. */
export const dayOf = (iso: string) => localDate(instantOf(iso))

/** The last day of something that ends at an instant; one that ends in the middle of a day has its last day then. */
export const lastDayOf = (iso: string) => localDate(instantOf(iso) - 1)

/** Now, for ending something that began; what hasn't begun ends as soon as it would begin, so that it never counts. */
export const endingNow = (fromAt: string) => formatInstant(Math.max(serverNow(), instantOf(fromAt) + 1))

/** Lines of a field, without the empty ones. */
export const linesOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
