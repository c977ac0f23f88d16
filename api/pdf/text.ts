import type { Instant } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'

/** A moment as a form writes it, by the company's clock: `2026-04-07 17:58`. */
export const clock = (at: Instant) => formatInstant(at).slice(0, 16).replace('T', ' ')
