import { z } from 'zod'
import { refuse } from '../../rules/problem.ts'

/** Query fields of every list: spread into its `z.object`. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
}

/** The shape of one page: `next` is the cursor of the following page, null on the last. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })

/**
 * Cuts a page from rows fetched with `limit + 1`. `keyOf` gives the values the list is ordered by; they end in the
 * cursor, so they may be ids, kinds and instants, never a name or a number of somebody.
 */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly (string | number)[]) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null
  return { items, next }
}

/** The key after which a page begins, undefined on the first. Refuses a cursor that `pageOf` didn't make. */
export function afterKey<K extends readonly ('string' | 'number')[]>(
  cursor: string | undefined,
  ...kinds: K
): { [I in keyof K]: K[I] extends 'string' ? string : number } | undefined {
  if (cursor === undefined) return undefined
  let key: unknown
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return refuse('input.cursor', { field: 'cursor' })
  }
  if (!Array.isArray(key) || key.length !== kinds.length || kinds.some((kind, i) => typeof key[i] !== kind))
    return refuse('input.cursor', { field: 'cursor' })
  return key as never
}
