import { createHash } from 'node:crypto'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { MediaType } from '../../rules/attachment/mediaType.ts'
import type { Purpose } from '../../rules/attachment/purpose.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { attachment, attachmentContent } from '../schema/attachment.ts'

export interface NewAttachment {
  name: string
  mediaType: MediaType
  bytes: Buffer
  /** Null: somebody at the customer, with a fault that they reported. */
  sentById: string | null
  faultReportId?: string
  sample?: string | null
  /** Where the server itself makes a file of a case's step. */
  caseId?: string
  purpose?: Purpose
  takenAt?: Instant
}

/** Keeps a file that was checked; the same content is kept once, however often it is sent. */
export async function addAttachment(tx: Tx, given: NewAttachment, now: Instant) {
  const { bytes, ...about } = given
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await tx.insert(attachmentContent).values({ sha256, bytes }).onConflictDoNothing()
  const [row] = await tx
    .insert(attachment)
    .values({ id: newId(), sha256, size: bytes.length, sentAt: now, ...about })
    .returning()
  return row!
}

interface Attaching {
  caseId: string
  ids: readonly string[]
  byId: string
  field: string
}

/**
 * Puts files to a case, by the step that refers to them. Refuses one that isn't there, that belongs to another case, or
 * that somebody else sent and nobody put here yet: naming an id must not open a stranger's file.
 */
export async function attachTo(
  tx: Tx,
  { caseId, ids, byId, field, ...about }: Attaching & { purpose?: Purpose; takenAt?: Instant },
): Promise<void> {
  if (ids.length === 0) return
  const rows = await tx
    .select()
    .from(attachment)
    .where(inArray(attachment.id, [...ids]))
    .for('update')
  for (const id of ids) {
    const row = rows.find((one) => one.id === id)
    if (!row) return refuse('attachment.unknown', { field })
    if (row.caseId ? row.caseId !== caseId : row.sentById !== byId) refuse('attachment.usedElsewhere', { field })
  }
  await tx
    .update(attachment)
    .set({ caseId, ...about })
    .where(inArray(attachment.id, [...ids]))
}

/** What is known of a file, without its content. */
export async function attachmentOf(db: Db | Tx, id: string) {
  const [row] = await db.select().from(attachment).where(eq(attachment.id, id))
  return row
}

/** The files of a case, in the order in which they came. */
export const filesOf = (db: Db | Tx, caseId: string) =>
  db.select().from(attachment).where(eq(attachment.caseId, caseId)).orderBy(asc(attachment.sentAt), asc(attachment.id))

/** The bytes of a content. */
export async function contentOf(db: Db, sha256: string): Promise<Buffer> {
  const [row] = await db.select().from(attachmentContent).where(eq(attachmentContent.sha256, sha256))
  return row!.bytes
}
