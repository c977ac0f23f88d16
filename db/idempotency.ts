import { and, eq, lt, sql } from 'drizzle-orm'
import type { Instant } from '../rules/instant.ts'
import { refuse } from '../rules/problem.ts'
import type { Db, Tx } from './client.ts'
import { idempotencyKey } from './schema/idempotency.ts'

export interface KeyedRequest {
  personId: string
  key: string
  requestHash: string
  now: Instant
}

/**
 * Claims the key in the effect's own transaction. Returns the stored answer if the request was carried out before, null
 * if it's ours to carry out. A duplicate that arrives meanwhile waits here for the first (up to 5 s) and gets its answer.
 * @throws Refusal `idempotency.otherBody`, `idempotency.inProgress`
 */
export async function claimKey(tx: Tx, request: KeyedRequest): Promise<{ status: number; response: unknown } | null> {
  const { personId, key, requestHash, now } = request
  await tx.execute(sql`set local lock_timeout = '5s'`)
  const claimed = await tx
    .insert(idempotencyKey)
    .values({ personId, key, requestHash, status: 0, response: null, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKey.key })
    .catch((error: unknown) =>
      isLockTimeout(error) ? refuse('idempotency.inProgress') : Promise.reject(error as Error),
    )
  await tx.execute(sql`set local lock_timeout = default`)
  if (claimed.length > 0) return null
  const [earlier] = await tx.select().from(idempotencyKey).where(same(request))
  if (!earlier) return refuse('idempotency.inProgress')
  if (earlier.requestHash !== requestHash) return refuse('idempotency.otherBody')
  return { status: earlier.status, response: earlier.response }
}

/** Stores the answer of a claimed key, before the commit. */
export async function keepAnswer(tx: Tx, request: KeyedRequest, status: number, response: unknown): Promise<void> {
  await tx
    .update(idempotencyKey)
    .set({ status, response: response ?? null })
    .where(same(request))
}

/** Forgets answers given before an instant: they hold what people wrote. Returns how many. */
export async function forgetKeys(db: Db, before: Instant): Promise<number> {
  const gone = await db
    .delete(idempotencyKey)
    .where(lt(idempotencyKey.createdAt, before))
    .returning({ key: idempotencyKey.key })
  return gone.length
}

const same = ({ personId, key }: KeyedRequest) =>
  and(eq(idempotencyKey.personId, personId), eq(idempotencyKey.key, key))

function isLockTimeout(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: string } }
  return cause?.code === '55P03'
}
