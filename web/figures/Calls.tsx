import { useMemo } from 'react'
import { MINUTE } from '../../rules/instant.ts'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Rows } from '../parts/Rows.tsx'
import { words } from '../texts/figures.ts'
import { Figure } from './Figure.tsx'

const minutes = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : Math.round(ms / MINUTE))

/** Missed calls by month, and how soon they were returned. */
export function Calls({ of: { months, calls } }: { of: Answer<'get /api/figures'> }) {
  const say = useSay()
  const option = useMemo(() => {
    const of = new Map(calls.map((row) => [row.month, row]))
    const bars = (key: 'missed' | 'returned') => months.map((month) => of.get(month)?.[key] ?? 0)
    return {
      color: ['#b3261e', '#1b6e3a', '#0b5cad'],
      xAxis: { type: 'category', data: months },
      yAxis: [
        { type: 'value', minInterval: 1 },
        { type: 'value', splitLine: { show: false } },
      ],
      series: [
        { type: 'bar', name: say(words.missed), data: bars('missed') },
        { type: 'bar', name: say(words.returned), data: bars('returned') },
        {
          type: 'line',
          name: say(words.median),
          yAxisIndex: 1,
          data: months.map((month) => minutes(of.get(month)?.medianMs)),
        },
      ],
    }
  }, [months, calls, say])
  return (
    <Figure
      title={say(words.calls)}
      option={option}
      empty={calls.length === 0}
      takeAlong={<Export of="get /api/exports/figures-calls" query={{ months: months.length }} />}
    >
      <Rows
        label={say(words.calls)}
        rows={calls.map((row) => ({ ...row, id: row.month }))}
        columns={[
          { title: say(words.month), show: (row) => row.month },
          { title: say(words.missed), show: (row) => row.missed },
          { title: say(words.returned), show: (row) => row.returned },
          { title: say(words.median), show: (row) => minutes(row.medianMs) ?? '—' },
          { title: say(words.slow), show: (row) => minutes(row.slowMs) ?? '—' },
        ]}
      />
    </Figure>
  )
}
