import { and, asc, desc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { LinkPurpose } from '../../rules/customerLink/link.ts'
import { SECOND, type Instant } from '../../rules/instant.ts'
import type { Db } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { customerLinkKeys, customerLinks } from '../schema/customerLink.ts'
import { hashOf, newToken } from '../token.ts'

/** How long one attempt may take before somebody else may try: longer than the mailer's patience. */
const LEASE_MS = 60 * SECOND

/** The links of so many attempts stay good: one that broke off may have arrived after all. */
const KEPT_KEYS = 100

/** A letter to a customer, ready to go: the only place where its token stands. */
export interface LinkLetter {
  linkId: string
  to: string
  purpose: LinkPurpose
  expiresAt: Instant
  /** The link of this attempt. */
  url: string
  attempts: number
  madeAt: Instant
}

/**
 * Takes one letter that is due by `now` out of reach of other deliverers. Since no token is kept, the attempt gets one of
 * its own, and whichever letter arrives opens the link. A link that was used, revoked or has expired meanwhile needs no
 * letter any more. Undefined: nothing is due.
 */
export function claimLetter(db: Db, now: Instant): Promise<LinkLetter | undefined> {
  return db.transaction(async (tx) => {
    const over = or(
      lte(customerLinks.expiresAt, now),
      sql`${customerLinks.usedAt} is not null`,
      sql`${customerLinks.revokedAt} is not null`,
    )
    const due = lte(customerLinks.mailDueAt, now)
    await tx.update(customerLinks).set({ mailDueAt: null }).where(and(due, over))
    const [link] = await tx
      .select()
      .from(customerLinks)
      .where(due)
      .orderBy(asc(customerLinks.mailDueAt))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!link) return undefined
    const token = newToken()
    const attempts = link.mailAttempts + 1
    const older = tx
      .select({ tokenHash: customerLinkKeys.tokenHash })
      .from(customerLinkKeys)
      .where(eq(customerLinkKeys.linkId, link.id))
      .orderBy(desc(customerLinkKeys.madeAt))
      .offset(KEPT_KEYS - 1)
    await tx.delete(customerLinkKeys).where(inArray(customerLinkKeys.tokenHash, older))
    await tx.insert(customerLinkKeys).values({ tokenHash: hashOf(token), linkId: link.id, madeAt: now })
    await tx
      .update(customerLinks)
      .set({ mailDueAt: now + LEASE_MS, mailAttempts: attempts })
      .where(eq(customerLinks.id, link.id))
    const { id: linkId, purpose, expiresAt, madeAt } = link
    return {
      linkId,
      to: link.sentTo!,
      purpose,
      expiresAt,
      url: `${link.mailBase!}/c#${token}`,
      attempts,
      madeAt,
    }
  })
}

/** The mail server took it at `at`. */
export async function letterSent(db: Db, { linkId }: LinkLetter, at: Instant): Promise<void> {
  await db
    .update(customerLinks)
    .set({ mailedAt: at, mailDueAt: null, mailError: null, mailFailedAt: null })
    .where(eq(customerLinks.id, linkId))
}

/**
 * It was not taken, for the reason of `code`: again at `againAt`, or (null) given up, which whoever made the link is told.
 */
export async function letterFailed(
  db: Db,
  { linkId }: LinkLetter,
  { code, againAt }: { code: string; againAt: Instant | null },
  now: Instant,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [link] = await tx
      .update(customerLinks)
      .set({ mailError: code, mailDueAt: againAt, mailFailedAt: againAt === null ? now : null })
      .where(and(eq(customerLinks.id, linkId), isNull(customerLinks.mailedAt)))
      .returning()
    if (!link || againAt !== null) return
    const { madeById: personId, caseId, purpose } = link
    const notice = { key: `link:${linkId}:mail`, personId, template: 'customerLink.mailFailed', caseId } as const
    await notify(tx, [{ ...notice, params: { purpose } }], now)
  })
}
