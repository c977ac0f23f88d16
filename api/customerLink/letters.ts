import type { Db } from '../../db/client.ts'
import { claimLetter, letterFailed, letterSent } from '../../db/customerLink/mail.ts'
import { channelFailed, channelWorked } from '../../db/notification/channel.ts'
import { companyName } from '../../db/setting/company.ts'
import { linkLetter } from '../../rules/customerLink/letter.ts'
import type { Instant } from '../../rules/instant.ts'
import { letterOf } from '../../rules/notification/letter.ts'
import { retryAfter } from '../../rules/notification/retry.ts'
import type { Mailer } from '../mail.ts'

/**
 * Mails the customers' links that are due by `now`, one after the other, each tried again as any mail is. While no mail
 * server is set they wait, as long as they are valid. Several may run at once. Returns how many it tried.
 */
export async function deliverLinks(db: Db, mailer: Mailer, now: Instant): Promise<number> {
  if (!mailer.configured) return 0
  for (let tried = 0; ; tried += 1) {
    const letter = await claimLetter(db, now)
    if (!letter) return tried
    const { linkId, to, purpose, url, expiresAt, attempts, madeAt } = letter
    // Each attempt is a letter of its own, since its link is: a mail program that knows the last one shows this one too.
    const id = `${linkId}.${attempts}`
    const company = await companyName(db)
    const sent = await mailer.send({ ...letterOf(linkLetter(purpose, url, expiresAt)), to, id, company })
    if (sent.outcome === 'accepted') {
      await letterSent(db, letter, sent.at)
      await db.transaction((tx) => channelWorked(tx, 'email', sent.at))
      continue
    }
    const { outcome, code, startedAt } = sent
    const wait = retryAfter(outcome, attempts, now - madeAt, code)
    const againAt = wait !== null && now + wait < expiresAt ? now + wait : null
    await letterFailed(db, letter, { code, againAt }, Math.max(now, startedAt))
    if (outcome !== 'down') continue
    await db.transaction((tx) => channelFailed(tx, 'email', startedAt, code))
    return tried + 1
  }
}
