import { inArray } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { TemplateName } from '../../rules/notification/templates.ts'
import { notifications } from '../schema/notification.ts'
import { person } from '../schema/person.ts'
import type { Tx } from '../client.ts'

/** Something a person is to be told. `key` is the business key of the cause; person and channel are added to it. */
export interface Notice {
  key: string
  personId: string
  template: TemplateName
  /** Ids, codes, instants and numbers; names are looked up when the text is made. */
  params: Record<string, unknown>
  caseId?: string
  obligationId?: string
}

/**
 * Puts notices into the outbox, in the transaction of their cause: in-app ones are delivered by standing there, e-mail
 * ones wait for the mail server. The same notice twice is one.
 */
export async function notify(tx: Tx, notices: readonly Notice[], now: Instant): Promise<void> {
  if (notices.length === 0) return
  const people = await tx
    .select({ id: person.id, email: person.email })
    .from(person)
    .where(inArray(person.id, [...new Set(notices.map((notice) => notice.personId))]))
  const mailable = new Set(people.filter((row) => row.email).map((row) => row.id))
  const rows = notices.flatMap((notice) => {
    const inApp = {
      ...notice,
      key: `${notice.key}:${notice.personId}:inApp`,
      channel: 'inApp',
      createdAt: now,
      attempts: 1,
      attemptedAt: now,
      deliveredAt: now,
    }
    const email = {
      ...notice,
      key: `${notice.key}:${notice.personId}:email`,
      channel: 'email',
      createdAt: now,
      nextAttemptAt: now,
    }
    return mailable.has(notice.personId) ? [inApp, email] : [inApp]
  })
  await tx.insert(notifications).values(rows).onConflictDoNothing()
}
