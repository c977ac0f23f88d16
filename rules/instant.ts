/** A moment, in epoch milliseconds (UTC). Columns of this type are `timestamptz`; names end in `At`. */
export type Instant = number

/** A calendar day in the company's zone, `YYYY-MM-DD`. Names end in `On`. */
export type LocalDate = string

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
