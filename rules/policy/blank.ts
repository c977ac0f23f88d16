import type { Parameter } from './parameter.ts'

/** Numbers that their rule waits for when they are blank. Without any other there is no due time, no count, no reading. */
const WAITED_FOR = [
  /^window\.\w*(Count|CountI|CountII|Months)$/,
  /^serviceTask\.fairCount$/,
  /^report\.\w*(Day|Time)$/,
  /^assessment\.within$/,
  /^attendance\.(absences|lateness)$/,
  /^(conduct|evaluation)\./,
  /^pay\.coefficient/,
  /^measure\.memory$/,
  /^staffChange\.handover$/,
  /^consequence\.deliveredAfter$/,
  /^accident\.sameWithin$/,
  /^watch\.[a-z]+$/,
]

/**
 * Whether a parameter may be left blank: where the rulebook itself leaves it so, an amount (nobody is charged then), and
 * a number that its rule waits for. Any other would hold up more than its own rule: a call could not even be recorded.
 */
export const mayBeBlank = (key: string, { value, unit }: Parameter): boolean =>
  value === null || unit === 'fen' || WAITED_FOR.some((keys) => keys.test(key))
