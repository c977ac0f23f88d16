import { useEffect, useRef, useState, type ReactNode } from 'react'

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
  const frame = useRef<HTMLDivElement>(null)
  const wide = useOverflow(frame)
  return (
    // Who scrolls with the keyboard has to be able to get there.
    <div ref={frame} className="rows-frame" {...(wide && { tabIndex: 0, role: 'group', 'aria-label': label })}>
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

/** Whether what is inside is wider than the frame, as the window and the contents change. */
function useOverflow(frame: React.RefObject<HTMLDivElement | null>): boolean {
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const { current } = frame
    if (!current) return
    const watch = new ResizeObserver(() => setWide(current.scrollWidth > current.clientWidth))
    watch.observe(current)
    if (current.firstElementChild) watch.observe(current.firstElementChild)
    return () => watch.disconnect()
  }, [frame])
  return wide
}
