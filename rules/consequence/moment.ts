import type { Instant } from '../instant.ts'
import { formatInstant } from '../time/local.ts'

/** Clock time in the company's zone. Instants stand in the arithmetic as epoch ms or, written by the database, as its text. */
export function moment(at: unknown): string {
  const ms: Instant = typeof at === 'number' ? at : Date.parse(String(at))
  return Number.isNaN(ms) ? '' : formatInstant(ms).slice(0, 19).replace('T', ' ')
}
