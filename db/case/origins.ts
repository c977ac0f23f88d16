import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'

/**
 * The first record of what each of these facts says, corrections followed back: corrected, it is still the same event. An
 * id that is no fact's leads to itself.
 */
export async function originsOf(tx: Tx | Db, ids: readonly string[]): Promise<(id: string) => string> {
  const asked = [...new Set(ids)]
  const rows =
    asked.length === 0
      ? []
      : await tx.execute<{ id: string; origin: string }>(sql`
          with recursive back as (
            select id, id as origin, corrects_id from fact where id = any(${sql.param(asked)}::uuid[])
            union all
            select back.id, f.id, f.corrects_id from back join fact f on f.id = back.corrects_id)
          select id, origin from back where corrects_id is null`)
  const origins = new Map(rows.map(({ id, origin }) => [id, origin]))
  return (id) => origins.get(id) ?? id
}
