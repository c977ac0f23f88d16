import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const web = fileURLToPath(new URL('../../web/', import.meta.url))
const files = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') && !name.startsWith('dist'))
  .map((name) => [name.replaceAll('\\', '/'), readFileSync(web + name, 'utf8')] as const)
const sources = new Map(files)
const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0

/** Tables whose file for Excel is offered by the page that they stand on. */
const OFFERED_BY: Readonly<Record<string, readonly string[]>> = {
  'admin/duty/Week.tsx': ['admin/duty/Duty.tsx'],
  'assessments/PersonLines.tsx': ['assessments/SheetPanel.tsx'],
  'ledger/Entries.tsx': ['ledger/Ledger.tsx', 'ledger/MyEntries.tsx'],
  'windows/PersonWindows.tsx': ['windows/Windows.tsx'],
}
/** The table itself, and what is drawn as a table without being a list of anything. */
const NO_LIST: Readonly<Record<string, string>> = {
  'parts/Rows.tsx': 'the table that all others are made of',
  'parts/Listed.tsx': 'a list around that table, which is handed its export',
  'admin/calendars/Month.tsx': 'the picture of a month',
  'staffChanges/DayCalendar.tsx': 'days to choose from',
}

describe('every table in the pages', () => {
  const tables = files.filter(([name, text]) => !(name in NO_LIST) && /<(Rows|Listed|table)\b/.test(text))

  it('is found', () => expect(tables.length).toBeGreaterThan(50))

  it.each(tables)('%s has an Excel file', (name, text) => {
    for (const place of OFFERED_BY[name] ?? [name]) {
      const needed = place === name ? count(text, /<(Rows|Listed|table)\b/g) : 1
      expect(count(sources.get(place) ?? '', /<Export(By)?\b/g)).toBeGreaterThanOrEqual(needed)
    }
  })

  it('stands in these lists only where it has to', () => {
    for (const name of [...Object.keys(OFFERED_BY), ...Object.keys(NO_LIST)])
      expect(sources.get(name), name).toMatch(/<(Rows|Listed|table)\b/)
  })
})
