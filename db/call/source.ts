import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
import { newId } from '../id.ts'
import { telephonySource } from '../schema/call.ts'
import type { Db, Tx } from '../client.ts'

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** A sender of call events under its name, if the secret is its own. The comparison takes the same time for any secret. */
export async function sourceOf(db: Db, name: string, secret: string) {
  const [source] = await db
    .select()
    .from(telephonySource)
    .where(and(eq(telephonySource.name, name), eq(telephonySource.active, true)))
  const given = Buffer.from(hashOf(secret))
  const kept = Buffer.from(source?.secretHash ?? hashOf(randomBytes(16).toString('hex')))
  return timingSafeEqual(given, kept) ? source : undefined
}

/** Registers a sender. Its secret is returned once and kept as a hash only. */
export async function addSource(
  tx: Tx,
  name: string,
  sample: string | null = null,
): Promise<{ id: string; secret: string }> {
  const [id, secret] = [newId(), randomBytes(24).toString('base64url')]
  const [row] = await tx
    .insert(telephonySource)
    .values({ id, name, secretHash: hashOf(secret), sample })
    .onConflictDoNothing()
    .returning({ id: telephonySource.id })
  if (!row) refuse('call.sourceTaken', { field: 'name' })
  return { id, secret }
}
