import type { ReactNode } from 'react'
import { More } from './More.tsx'
import { Rows, type Column } from './Rows.tsx'
import { Empty, Shown } from './Shown.tsx'

interface Pages<T> {
  items: readonly T[] | undefined
  error: unknown
  isPending: boolean
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** A list read page by page: waiting, refused, empty, or its rows with the way to more of them. */
export function Listed<T>(props: {
  of: Pages<T>
  label: string
  none: ReactNode
  idOf: (row: T) => string
  columns: readonly Column<T & { id: string }>[]
  isLate?: (row: T) => boolean
  /** The way to take the list along, above it. */
  takeAlong?: ReactNode
}) {
  const { of, label, none, idOf, columns, isLate, takeAlong } = props
  return (
    <>
      {takeAlong && <div className="row to-end">{takeAlong}</div>}
      <Shown of={{ ...of, data: of.items }}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{none}</Empty>
          ) : (
            <Rows
              label={label}
              columns={columns}
              rows={rows.map((row) => ({ ...row, id: idOf(row) }))}
              isLate={isLate}
            />
          )
        }
      </Shown>
      <More of={of} />
    </>
  )
}
