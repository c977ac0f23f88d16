/**
 * A backup is one gzip file of lines: a header, then for each table its rows in the text format of Postgres' COPY followed by a
 * line `\.`, then a footer, without which the file is not whole. It holds rows only; the schema comes from the migrations,
 * which the header names. So it needs no pg_dump, whose version would have to fit the server's.
 */
export interface Header {
  format: 'shouyue-backup'
  version: 1
  /** ISO 8601, when the snapshot was taken */
  takenAt: string
  /** the migrations the database had seen, in order; `createdAt` is drizzle's own number for it */
  migrations: { hash: string; createdAt: number }[]
  /** in the order of the file */
  tables: { name: string; columns: string[] }[]
}

export interface Footer {
  complete: true
  /** of all tables together */
  rows: number
  /** last value given out by each sequence */
  sequences: Record<string, string>
}

/** Ends a table's rows. COPY doubles every backslash in data, so no row reads like this. */
export const END_OF_TABLE = '\\.'

const NEWLINE = 0x0a

/** Splits a stream into lines at \n only (`readline` would also split at U+2028, which customers' texts may hold). */
export async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of stream) {
    const buffer = rest.length ? Buffer.concat([rest, chunk]) : chunk
    let start = 0
    for (let end = buffer.indexOf(NEWLINE); end >= 0; end = buffer.indexOf(NEWLINE, start)) {
      yield buffer.toString('utf8', start, end)
      start = end + 1
    }
    rest = buffer.subarray(start)
  }
  if (rest.length) yield rest.toString('utf8')
}

/** Counts the rows of a chunk of COPY text: a newline inside a value is written as `\n`, so each real one ends a row. */
export function rowsIn(chunk: Buffer): number {
  let rows = 0
  for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) rows++
  return rows
}
