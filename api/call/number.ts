import { z } from 'zod'
import { normaliseNumber } from '../../rules/person/phoneNumber.ts'

/** A telephone number as people write it, taken in as E.164. */
export const zNumber = z.string().transform((written, payload) => {
  const number = normaliseNumber(written)
  if (number) return number
  payload.issues.push({ code: 'custom', input: written, params: { problem: 'input.phoneNumber' } })
  return z.NEVER
})
