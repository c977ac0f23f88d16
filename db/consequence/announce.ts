import { inArray } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Tx } from '../client.ts'
import { notify, type Notice } from '../notification/notify.ts'
import { consequences } from '../schema/consequence.ts'

/** Tells people about entries of theirs that were just made, in the transaction that made them. `keys`: the entries'. */
export async function announce(tx: Tx, keys: readonly string[], now: Instant): Promise<void> {
  if (keys.length === 0) return
  const entries = await tx
    .select()
    .from(consequences)
    .where(inArray(consequences.key, [...keys]))
  const abouts = entries.flatMap(({ aboutId }) => aboutId ?? [])
  const first = abouts.length === 0 ? [] : await tx.select().from(consequences).where(inArray(consequences.id, abouts))
  const notices = entries.flatMap((entry): Notice[] => {
    // What is said of a reversal is what it takes back.
    const { kind, arithmetic } = first.find(({ id }) => id === entry.aboutId) ?? entry
    return entry.personId === null
      ? []
      : [
          {
            key: `consequence:${entry.key}`,
            personId: entry.personId,
            template: entry.aboutId === null ? 'consequence.entered' : 'consequence.reversed',
            params: {
              consequenceId: entry.aboutId ?? entry.id,
              kind,
              amountFen: entry.amountFen,
              ...(kind === 'points' && { points: arithmetic.points }),
              clause: entry.clause,
              occurredAt: entry.occurredAt,
            },
            caseId: entry.caseId,
            obligationId: entry.obligationId ?? undefined,
          },
        ]
  })
  await notify(tx, notices, now)
}
