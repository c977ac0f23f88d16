import { z } from 'zod'
import { formatInstant, isLocalDate, parseInstant } from '../../rules/time/local.ts'

/** Text of the API ⇄ epoch milliseconds. A text without offset is refused, since nobody knows which moment it means. */
export const zInstant = z
  .codec(z.string().meta({ format: 'date-time', examples: ['2026-02-16T23:50:40+08:00'] }), z.number().int(), {
    decode: (text, payload) => {
      try {
        return parseInstant(text)
      } catch {
        payload.issues.push({ code: 'custom', input: text, params: { problem: 'input.instant' } })
        return z.NEVER
      }
    },
    encode: (at) => formatInstant(at),
  })
  .meta({ format: 'date-time' })

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const zDate = z
  .string()
  .refine(isLocalDate, { params: { problem: 'input.date' } })
  .meta({ format: 'date', examples: ['2026-02-16'] })
