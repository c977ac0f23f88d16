import { deliverLinks } from './customerLink/letters.ts'
import { mailAccepted, mailNotTaken, type NotTaken, type ReportMail } from '../db/incident/mail.ts'
import { channelFailed, channelWorked } from '../db/notification/channel.ts'
import { mailboxOf } from '../db/notification/mailbox.ts'
import { claimDue, isWithdrawn, markDelivered, markFailed, renewLease, type Queued } from '../db/notification/outbox.ts'
import { wordsOf } from '../db/notification/words.ts'
import type { Db } from '../db/client.ts'
import { companyName } from '../db/setting/company.ts'
import { SECOND, type Instant } from '../rules/instant.ts'
import { letterOf } from '../rules/notification/letter.ts'
import { placeOf } from '../rules/notification/place.ts'
import { NOT_CONFIGURED, retryAfter } from '../rules/notification/retry.ts'
import type { Role } from '../rules/roles.ts'
import type { Mailer, Sent } from './mail.ts'
import { procedures } from './procedures.ts'

/** A hand of letters, and how many of them travel at once. */
const HAND = 10
const AT_ONCE = 5
/** How long a claim holds, and how often it is renewed while its letters travel: what a killed process held is soon free. */
const LEASE_MS = 6 * SECOND
const RENEW_MS = 2 * SECOND

/**
 * Delivers the mails that are due by `now`, hand by hand: each is claimed, mailed outside any transaction, and what
 * became of it recorded in one. Several may run at once. Towards the mail server this is at least once: killed between
 * the server's 250 and the commit, a mail goes out again when its lease is over, with the same Message-ID, and counts
 * from that second acceptance. Towards our own records it is exactly once. Returns how many it tried.
 */
export async function deliverDue(db: Db, mailer: Mailer, now: Instant): Promise<number> {
  for (let tried = 0; ;) {
    const claimed = await claimDue(db, now, HAND, LEASE_MS, mailer.configured)
    const works = await carry(db, mailer, claimed, now)
    tried += claimed.length
    if (!works || claimed.length < HAND) return tried
  }
}

/** Carries one hand of letters. Returns whether our own mail worked. */
async function carry(db: Db, mailer: Mailer, claimed: readonly Queued[], now: Instant): Promise<boolean> {
  const waiting = [...claimed]
  const held = new Set(claimed.map((one) => one.id))
  const began = performance.now()
  const renewing = setInterval(() => {
    const until = Math.round(now + performance.now() - began) + LEASE_MS
    // A renewal that fails only lets somebody else try, as if this process had died.
    renewLease(db, [...held], until).catch(() => {})
  }, RENEW_MS)
  let down: Sent | undefined
  const carrier = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      // A server that failed one letter just now would fail this one too; its time is that of the failure.
      const sent: Sent = down ?? (await post(db, mailer, one, now))
      if (sent.outcome === 'down') down = sent
      await record(db, one, sent, now)
      held.delete(one.id)
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, carrier))
  clearInterval(renewing)
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return down === undefined
}

async function post(db: Db, mailer: Mailer, queued: Queued, now: Instant): Promise<Sent> {
  const gaveUp = (code: string): Sent => ({ outcome: 'refused', code, startedAt: now })
  if (await isWithdrawn(db, queued.caseId)) return gaveUp('withdrawn')
  const to = await mailboxOf(db, queued.personId)
  if (to === null) return gaveUp('noMailbox')
  const words = await wordsOf(db, [queued])
  const place = mailer.house === null ? null : placeOf(queued)
  const link = place === null ? undefined : `${mailer.house}${place}`
  return mailer.send({ ...letterOf(words.get(queued.id)!, link), to, id: queued.id, company: await companyName(db) })
}

async function record(db: Db, queued: Queued, sent: Sent, now: Instant): Promise<void> {
  const report = reportOf(queued)
  await db.transaction(async (tx) => {
    if (sent.outcome === 'accepted') {
      if (report) await mailAccepted(tx, procedures.incident, report, sent.at, Math.max(now, sent.at))
      await markDelivered(tx, queued.id, sent.at)
      return channelWorked(tx, 'email', sent.at)
    }
    const { outcome, code, startedAt } = sent
    if (report) {
      const kind = notTaken[outcome]
      const at = Math.max(now, startedAt)
      await mailNotTaken(tx, procedures.incident, report, { kind, code, attemptedAt: startedAt }, at)
    }
    const wait = retryAfter(outcome, Math.max(1, queued.attempts), now - queued.createdAt, code)
    await markFailed(tx, queued.id, code, now, wait === null ? null : now + wait)
    if (outcome === 'down' && code !== NOT_CONFIGURED) await channelFailed(tx, 'email', startedAt, code)
  })
}

const notTaken: Record<'refused' | 'deferred' | 'down', NotTaken> = {
  refused: 'reportRefused',
  deferred: 'reportDeferred',
  down: 'mailDown',
}

function reportOf({ id, template, caseId, personId, params }: Queued): ReportMail | undefined {
  if (template !== 'incident.report' || caseId === null) return undefined
  const { reportId, roles } = params as { reportId: string; roles: Role[] }
  return { notificationId: id, caseId, personId, reportId, roles }
}

/** The outbox of one API process. */
export interface Outbox {
  /** Delivers what is due at once, notices and links for customers: called after a commit that put something urgent in. */
  poke(): void
  /** What the background duties call again and again; returns how many mails it tried. */
  deliverDue(): Promise<number>
  /** Waits for what is under way. */
  drain(): Promise<void>
}

/** The outbox over one mailer. A poke that fails leaves its mails to the next round. */
export function createOutbox(db: Db, mailer: Mailer, clock: () => Instant, failed: (error: unknown) => void): Outbox {
  const underWay = new Set<Promise<unknown>>()
  const deliverAll = async () => (await deliverDue(db, mailer, clock())) + (await deliverLinks(db, mailer, clock()))
  return {
    poke() {
      const round = deliverAll().catch(failed)
      underWay.add(round)
      void round.finally(() => underWay.delete(round))
    },
    deliverDue: deliverAll,
    drain: async () => void (await Promise.all(underWay)),
  }
}
