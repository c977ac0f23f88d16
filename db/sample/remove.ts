import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../client.ts'

/** Tables whose rows say themselves which sample or demo run made them; children before parents where both do. */
const ROOTS = [
  'case',
  'call_leg',
  'telephony_source',
  'line',
  'policy_binding',
  'policy_version',
  'customer',
  'person',
] as const

/** A foreign key: `child.column` points to `parent.target`. */
interface Reference {
  child: string
  column: string
  parent: string
  target: string
}

/**
 * Throws away a sample department or a demo run, whole: its cases and people, and whatever hangs on them. Rows are found
 * by the foreign keys themselves (and by the columns `case_id` and `person_id` of the logs, which have none), so that a
 * new noun needs no line here. Returns the cases that were open: their workflows are to be poked, and end.
 */
export async function removeSample(tx: Tx, sample: string): Promise<{ id: string; kind: string }[]> {
  const open = await tx.execute<{ id: string; kind: string }>(
    sql`select id, kind from "case" where sample = ${sample} and state = 'open' for update`,
  )
  const references = await tx.execute<Reference & Record<string, unknown>>(sql`
    select c.conrelid::regclass::text as child, a.attname as "column", c.confrelid::regclass::text as parent, t.attname as target
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_attribute t on t.attrelid = c.confrelid and t.attnum = c.confkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace`)
  const loose = await tx.execute<{ child: string; column: string }>(sql`
    select format('%I', c.table_name) as child, c.column_name as "column" from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name in ('case_id', 'person_id')`)
  const cases = sql`select id from "case" where sample = ${sample}`
  const people = sql`select id from person where sample = ${sample}`
  for (const { child, column } of loose) {
    const owners = column === 'case_id' ? cases : people
    await remove(tx, references, child, sql`${sql.identifier(column)} in (${owners})`, [])
  }
  for (const root of ROOTS) await remove(tx, references, quoted(root), sql`sample = ${sample}`, [])
  // Nothing hangs on its region any more; should somebody real have come to, all of this is refused and undone.
  await tx.execute(sql`delete from region where sample = ${sample}`)
  // The content of files is kept once for all who sent it, so it goes when nobody's file has it any more.
  await tx.execute(sql`
    delete from attachment_content c where not exists (select from attachment a where a.sha256 = c.sha256)`)
  return open
}

/** The table's name as `regclass` prints it. */
const quoted = (table: string) => (table === 'case' ? '"case"' : table)

/** Deletes rows after those that point to them. `path` keeps a circle of references from being walked for ever. */
async function remove(
  tx: Tx,
  all: readonly Reference[],
  table: string,
  where: SQL,
  path: readonly string[],
): Promise<void> {
  for (const { child, column, parent, target } of all) {
    if (parent !== table || child === table || path.includes(child)) continue
    const pointing = sql`${sql.identifier(column)} in (select ${sql.identifier(target)} from ${sql.raw(table)} where ${where})`
    await remove(tx, all, child, pointing, [...path, table])
  }
  await tx.execute(sql`delete from ${sql.raw(table)} where ${where}`)
}
