import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { and, asc, eq, max } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
import { newId } from '../id.ts'
import { callLeg, telephonySource } from '../schema/call.ts'
import type { Db, Tx } from '../client.ts'

const shown = {
  id: telephonySource.id,
  name: telephonySource.name,
  active: telephonySource.active,
  sample: telephonySource.sample,
}
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

/** Gives a sender a new secret; the old one is worth nothing from now on. @throws Refusal `call.sourceMissing` */
export async function rotateSecret(tx: Tx, id: string): Promise<{ id: string; name: string; secret: string }> {
  const secret = randomBytes(24).toString('base64url')
  const [row] = await tx
    .update(telephonySource)
    .set({ secretHash: hashOf(secret) })
    .where(eq(telephonySource.id, id))
    .returning({ id: telephonySource.id, name: telephonySource.name })
  return row ? { ...row, secret } : refuse('call.sourceMissing')
}

/** Lets a sender in, or shuts it out. @throws Refusal `call.sourceMissing` */
export async function setSourceActive(tx: Tx, id: string, active: boolean) {
  const [row] = await tx.update(telephonySource).set({ active }).where(eq(telephonySource.id, id)).returning(shown)
  return row ?? refuse('call.sourceMissing')
}

/** The senders, with when the last call began that each told of. */
export function listSources(db: Db) {
  return db
    .select({ ...shown, lastCallAt: max(callLeg.startedAt) })
    .from(telephonySource)
    .leftJoin(callLeg, eq(callLeg.sourceId, telephonySource.id))
    .groupBy(telephonySource.id)
    .orderBy(asc(telephonySource.name))
}
