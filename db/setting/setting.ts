import { eq, like } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { settings } from '../schema/setting.ts'
import type { Db, Tx } from '../client.ts'

/** What one setting says; undefined where nobody has said anything. */
export async function readSetting(db: Db | Tx, key: string): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key))
  return row?.value
}

/** All settings whose name begins so (no wildcards of SQL in it), with when each was changed. */
export async function settingsUnder(
  db: Db | Tx,
  prefix: string,
): Promise<Map<string, { value: unknown; at: Instant }>> {
  const rows = await db
    .select()
    .from(settings)
    .where(like(settings.key, `${prefix}%`))
  return new Map(rows.map((row) => [row.key, { value: row.value, at: row.changedAt }]))
}

/** Says it anew. */
export async function saveSetting(tx: Db | Tx, key: string, value: unknown, by: { personId: string; now: Instant }) {
  const said = { value, changedAt: by.now, changedById: by.personId }
  await tx
    .insert(settings)
    .values({ key, ...said })
    .onConflictDoUpdate({ target: settings.key, set: said })
}
