import type { Instant } from '../../rules/instant.ts'
import type { Grant } from '../../rules/permissions.ts'
import { Refusal, type RefusalDetails, type ProblemCode } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { refusalOfDatabase } from '../refusalOfDatabase.ts'
import { columnOf, columns, keys, type Kind } from './columns.ts'
import { writers } from './kinds.ts'
import type { TakingOver } from './matters.ts'
import { readTable, type Column, type Columns, type Row } from './readTable.ts'

/** Who loads the file; the console acts as the house itself and may grant any role. */
export interface Importer {
  now: Instant
  caller: { personId: string; grants: readonly Grant[] } | null
  procedures: TakingOver
}

/** The cells of a row by their column, '' where there is none. */
export type Cells<K extends Kind> = Record<keyof (typeof columns)[K] & string, string>

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
  const { rows } = readTable<Columns>(bytes, columns[kind])
  const errors = contradictions(kind, rows)
  // Without the rows that turned out wrong at the end, others may lean on nobody.
  for (let again = true; again;) {
    const left = rows.filter((row) => !errors.some((error) => error.line === row.line))
    const { early, late } = await attempt(tx, kind, left, by, { dryRun, partial })
    again = partial && late.length > 0
    errors.push(...late, ...(again ? [] : early))
  }
  errors.sort((a, b) => a.line - b.line)
  for (const error of errors) sayOnWhom(error, rows, errors)
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

/** Rows that name the same thing and say different things of it: whichever came last would win unseen. */
function contradictions(kind: Kind, rows: readonly Row<Columns>[]): RowError[] {
  const key = keys[kind]
  if (!key) return []
  const first = new Map<string, Row<Columns>>()
  return rows.flatMap((row) => {
    const id = JSON.stringify(key.map((column) => row.values[column]))
    const before = first.get(id) ?? row
    first.set(id, before)
    const same = JSON.stringify(before.values) === JSON.stringify(row.values)
    return same
      ? []
      : [{ line: row.line, column: key[0]!, code: 'import.twice' as const, params: { line: before.line } }]
  })
}

/** Somebody who isn't known because their own row is wrong is a fault of that row, and is called so. */
function sayOnWhom(error: RowError, rows: readonly Row<Columns>[], errors: readonly RowError[]): void {
  if (error.code !== 'person.notFound' || !error.column) return
  const whom = rows.find(({ line }) => line === error.line)!.values[error.column]
  const theirs =
    rows.find(({ values }) => values['code'] === whom) ?? rows.find(({ values }) => values['name'] === whom)
  if (theirs && errors.some(({ line }) => line === theirs.line))
    Object.assign(error, { code: 'import.leansOnWrong', params: { line: theirs.line } })
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
        await tried(all, kind, line, early, async (row) => {
          const task = await writers[kind](row, values as never, by)
          if (task) tasks.push({ line, task })
        })
      }
      for (const { line, task } of tasks) await tried(all, kind, line, late, task)
      if (dryRun || late.length > 0 || (early.length > 0 && !partial)) throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
  return { early, late }
}

/** Runs one row on a savepoint: what it refuses is reported, and what it wrote is undone. */
async function tried(
  all: Tx,
  kind: Kind,
  line: number,
  errors: RowError[],
  work: (row: Tx) => Promise<void>,
): Promise<void> {
  try {
    await all.transaction(work)
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refusalOfDatabase(error)
    if (!refusal || refusal.code === 'server.busy') throw error
    const { code, details } = refusal
    for (const one of details.each ?? [{ ...details, code }]) {
      const column = columnOf(kind, one.field)
      errors.push({ line, code: one.code, ...(column && { column }), ...(one.params && { params: one.params }) })
    }
  }
}
