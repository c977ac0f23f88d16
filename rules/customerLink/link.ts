import type { Instant } from '../instant.ts'
import type { Text } from '../text.ts'
import type { Grade } from '../serviceTask/ratings.ts'

/** What a link is for: to confirm or move an appointment, or to rate a service and sign for it. One link, one purpose. */
export const LINK_PURPOSES = ['appointment', 'rating'] as const
export type LinkPurpose = (typeof LINK_PURPOSES)[number]

export const linkPurposes: Record<LinkPurpose, Text> = {
  appointment: { zh: '确认或改约服务时间', en: 'Confirm or move the appointment' },
  rating: { zh: '评价服务并签字', en: 'Rate the service and sign' },
}

/** What the customer did by a link. The signature stands with the rating, not here. */
export type LinkAnswer =
  | { kind: 'confirmed'; appointmentAt: Instant }
  | { kind: 'moved'; appointmentAt: Instant }
  | { kind: 'rated'; attitude: Grade; skill: Grade; result: Grade }

/** How a link stands, as of now. */
export type LinkState = 'open' | 'used' | 'expired' | 'revoked'

/** The state of a link: what was done with it counts before that it would have expired since. */
export function linkState(
  link: { usedAt: Instant | null; revokedAt: Instant | null; expiresAt: Instant },
  now: Instant,
): LinkState {
  if (link.usedAt !== null) return 'used'
  if (link.revokedAt !== null) return 'revoked'
  return now >= link.expiresAt ? 'expired' : 'open'
}

/** How the letter with a link fares. `lapsed`: the link needed none any more before it was sent. */
export const MAIL_STATES = ['waiting', 'sent', 'failed', 'lapsed'] as const
type MailState = (typeof MAIL_STATES)[number]

/** The state of a link's letter; what was sent counts before what failed earlier. */
export function mailState(letter: {
  mailedAt: Instant | null
  mailFailedAt: Instant | null
  mailDueAt: Instant | null
}): MailState {
  if (letter.mailedAt !== null) return 'sent'
  if (letter.mailFailedAt !== null) return 'failed'
  return letter.mailDueAt === null ? 'lapsed' : 'waiting'
}
