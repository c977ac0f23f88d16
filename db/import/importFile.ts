import type { Instant } from '../../rules/instant.ts'
import type { Grant } from '../../rules/permissions.ts'
import { Refusal, type RefusalDetails, type ProblemCode } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { refusalOfDatabase } from '../refusalOfDatabase.ts'
import { columns, type Kind } from './columns.ts'
import { writers } from './kinds.ts'
import type { TakingOver } from './matters.ts'
import { readTable, type Column, type Columns, type Row } from './readTable.ts'

/** Who loads the file; the console acts as the house itself and may grant any role. */
export interface Importer {
  now: Instant
  caller: { personId: string; grants: readonly Grant[] } | null
  procedures: TakingOver
}

/** What is wrong with one row, and in which column where that is known. */
export interface RowError {
  line: number
  column?: string
  code: ProblemCode
  params?: RefusalDetails['params']
}

export interface ImportReport {
  rows: number
  written: number
  dryRun: boolean
  errors: RowError[]
}

export interface ImportOptions {
  /** Check everything, write nothing. */
  dryRun?: boolean
  /** Write the rows that are right, though others are wrong. */
  partial?: boolean
}

class Undo extends Error {}

/**
 * Loads a file into the register: each row on its own ground, so that every wrong one is named at once. All or nothing,
 * unless `partial`. Rows that stand already are brought up to date.
 * @throws Refusal of `readTable`; `import.rows` with each error, where rows are wrong and nothing was written
 */
export async function importFile(
  tx: Tx,
  kind: Kind,
  bytes: Uint8Array,
  by: Importer,
  { dryRun = false, partial = false }: ImportOptions = {},
): Promise<ImportReport> {
  const rows = readTable(bytes, columns[kind])
  const errors: RowError[] = []
  for (let left = rows; ;) {
    const { early, late } = await attempt(tx, kind, left, by, { dryRun, partial })
    errors.push(...late)
    const again = partial && !dryRun && late.length > 0
    if (!again) errors.push(...early)
    if (!again) break
    left = left.filter((row) => !late.some((error) => error.line === row.line))
  }
  errors.sort((a, b) => a.line - b.line)
  const wrong = new Set(errors.map((error) => error.line)).size
  if (wrong > 0 && !dryRun && !partial)
    throw new Refusal('import.rows', {
      params: { count: wrong },
      each: errors.map(({ line, column, code, params }) => ({
        field: column ? `${line}.${column}` : `${line}`,
        code,
        params,
      })),
    })
  return { rows: rows.length, written: dryRun ? 0 : rows.length - wrong, dryRun, errors }
}

/**
 * Writes the rows, and keeps them where that is wanted: nothing of a dry run, nothing beside a wrong row unless `partial`, and
 * nothing where a row turned out wrong only at the end (`late`), since half of it stands by then.
 */
async function attempt(
  tx: Tx,
  kind: Kind,
  rows: readonly Row<Columns>[],
  by: Importer,
  { dryRun, partial }: Required<ImportOptions>,
): Promise<{ early: RowError[]; late: RowError[] }> {
  const required = Object.entries<Column>(columns[kind]).flatMap(([name, column]) => (column.required ? [name] : []))
  const [early, late]: [RowError[], RowError[]] = [[], []]
  const tasks: { line: number; task: (tx: Tx) => Promise<void> }[] = []
  try {
    await tx.transaction(async (all) => {
      for (const { line, values } of rows) {
        const empty = required.filter((name) => values[name] === '')
        for (const column of empty) early.push({ line, column, code: 'input.required' })
        if (empty.length > 0) continue
        await tried(all, line, early, async (row) => {
          const task = await writers[kind](row, values as never, by)
          if (task) tasks.push({ line, task })
        })
      }
      for (const { line, task } of tasks) await tried(all, line, late, task)
      if (dryRun || late.length > 0 || (early.length > 0 && !partial)) throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
  return { early, late }
}

/** Runs one row on a savepoint: what it refuses is reported, and what it wrote is undone. */
async function tried(all: Tx, line: number, errors: RowError[], work: (row: Tx) => Promise<void>): Promise<void> {
  try {
    await all.transaction(work)
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refusalOfDatabase(error)
    if (!refusal || refusal.code === 'server.busy') throw error
    const { field, params } = refusal.details
    errors.push({ line, code: refusal.code, ...(field && { column: field }), ...(params && { params }) })
  }
}
