import { announce } from '../../db/consequence/announce.ts'
import type { Db } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import { fileOf } from '../../db/record/file.ts'
import { consequences } from '../../db/schema/consequence.ts'
import type { Instant } from '../../rules/instant.ts'

type Row = typeof consequences.$inferInsert

/** Makes entries of people's ledgers, as some rule would have made them: a fine of ¥20 unless said otherwise. */
export function entriesOf(db: Db) {
  return (personId: string, recordedAt: Instant, more: Partial<Row> = {}): Promise<string> =>
    db.transaction(async (tx) => {
      const { id: caseId } = await fileOf(tx, personId, recordedAt)
      const key = `test:${newId()}`
      const cited = { clause: 'S0-A-7.3b', policy: 'S0A', policyVersion: 1 }
      const happened = { occurredAt: recordedAt, recordedAt, arithmetic: { rule: 'late', dueAt: recordedAt } }
      const row: Row = { key, kind: 'fine', personId, caseId, amountFen: -2_000, ...cited, ...happened, ...more }
      const [made] = await tx.insert(consequences).values(row).returning({ id: consequences.id })
      await announce(tx, [row.key], recordedAt)
      return made!.id
    })
}
