import type { ReactNode } from 'react'

export interface Column<T> {
  title: string
  show: (row: T) => ReactNode
}

/** A table that becomes a card for each row on a phone. */
export function Rows<T extends { id: string }>({
  label,
  columns,
  rows,
  isLate,
}: {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  isLate?: (row: T) => boolean
}) {
  return (
    <div className="rows-frame">
      <table className="rows" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={isLate?.(row) ? 'late' : undefined}>
              {columns.map(({ title, show }) => (
                <td key={title} data-label={title}>
                  <div>{show(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
