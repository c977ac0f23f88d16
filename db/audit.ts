import type { Instant } from '../rules/instant.ts'
import type { Db, Tx } from './client.ts'
import { newId } from './id.ts'
import { auditEntry } from './schema/audit.ts'

export interface AuditFacts {
  at: Instant
  /** Null: the system itself. */
  personId: string | null
  /** `api`, `console`, `sweep`, `webhook`, … */
  door: string
  action: string
  noun?: string
  subjectId?: string
  requestId?: string
  /** Ids, kinds, counts and instants only. */
  detail?: Record<string, unknown>
}

/**
 * Writes the line of the log, in the transaction of the effect it tells of. The API's shell does it for every write;
 * doors of another kind (console, jobs) call it themselves.
 */
export async function audit(tx: Tx | Db, facts: AuditFacts): Promise<void> {
  await tx.insert(auditEntry).values({ id: newId(), ...facts })
}
