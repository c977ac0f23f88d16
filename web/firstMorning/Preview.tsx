import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { ExportBy } from '../parts/Export.tsx'
import { Rows } from '../parts/Rows.tsx'
import { words } from '../texts/firstMorning.ts'

type Tried = Answer<'post /api/import/{kind}/preview'>

/** What a file would do, the wrong rows first, each with what is wrong in which column; the Excel file has every row. */
export function Preview({ of: { headings, unknown, shown }, file }: { of: Tried; file: () => Promise<Blob> }) {
  const say = useSay()
  const rows = shown.map((row) => ({ ...row, id: String(row.line) }))
  return (
    <>
      {unknown.length > 0 && <p className="mark warn">{say(words.unknown, { columns: unknown.join(' / ') })}</p>}
      <div className="row to-end">
        <ExportBy make={file} />
      </div>
      <Rows
        label={say(words.preview)}
        rows={rows}
        isLate={(row) => row.faults.length > 0}
        columns={[
          { title: say(words.line), show: (row) => row.line },
          {
            title: say(words.fault),
            show: (row) =>
              row.faults.length === 0 ? (
                <span className="mark good">{say(words.right)}</span>
              ) : (
                row.faults.map(({ column, detail }) => (
                  <div key={`${column} ${detail}`} className="over">
                    {column && <strong>{column}：</strong>}
                    {detail}
                  </div>
                ))
              ),
          },
          ...headings.map((title, i) => ({ title, show: (row: (typeof rows)[number]) => row.cells[i] })),
        ]}
      />
    </>
  )
}
