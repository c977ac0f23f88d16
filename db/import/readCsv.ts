import { parse } from 'csv-parse/sync'
import { refuse } from '../../rules/problem.ts'
import type { SheetRow } from './readXlsx.ts'

/**
 * Reads a CSV file in UTF-8 (with or without byte order mark) or GB18030, as Excel on Chinese Windows writes it.
 * @throws Refusal `import.encoding`, `import.unreadable`
 */
export function readCsv(bytes: Uint8Array): SheetRow[] {
  return records(decode(bytes)).map(({ record, info }) => ({ line: info.lines, cells: record }))
}

function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // not this one
    }
  }
  return refuse('import.encoding')
}

function records(text: string): { record: string[]; info: { lines: number } }[] {
  const first = text.split('\n', 1)[0] ?? ''
  const delimiter = [',', ';', '\t'].find((mark) => first.includes(mark)) ?? ','
  try {
    const options = {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }
    return parse(text, options) as unknown as ReturnType<typeof records>
  } catch (error) {
    return refuse('import.unreadable', { params: { line: (error as { lines?: number }).lines ?? 1 } })
  }
}
