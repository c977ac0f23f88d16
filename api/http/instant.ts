import { z } from 'zod'
import type { Instant } from '../../rules/instant.ts'
import { HOUR } from '../../rules/instant.ts'

/** ISO 8601 with an offset; seconds and their fraction may be left out. */
const PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/
const COMPANY_OFFSET = 8 * HOUR

/** An instant as people of the company write it: ISO 8601 at +08:00, milliseconds only where there are any. */
export function isoOf(at: Instant): string {
  return new Date(at + COMPANY_OFFSET).toISOString().replace(/(\.000)?Z$/, '+08:00')
}

/** Text of the API ⇄ epoch milliseconds. A text without offset is refused, since nobody knows which moment it means. */
export const zInstant = z
  .codec(
    z.string().meta({ format: 'date-time', examples: ['2026-02-16T23:50:40+08:00'] }),
    z.number().int(),
    {
      decode: (text, payload) => {
        const at = PATTERN.test(text) ? Date.parse(text) : NaN
        const day = text.slice(0, 10)
        if (Number.isNaN(at) || !isRealDate(day)) {
          payload.issues.push({ code: 'custom', input: text, params: { problem: 'input.instant' } })
          return z.NEVER
        }
        return at
      },
      encode: isoOf,
    },
  )
  .meta({ format: 'date-time' })

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const zDate = z
  .string()
  .refine(isRealDate, { params: { problem: 'input.date' } })
  .meta({ format: 'date', examples: ['2026-02-16'] })

function isRealDate(day: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}
