import { useMemo } from 'react'
import { urgencyLabels } from '../../rules/figures/urgency.ts'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Rows } from '../parts/Rows.tsx'
import { words } from '../texts/figures.ts'
import { Figure } from './Figure.tsx'

/** What is open now, by how soon it is due. */
export function Open({ of: { months, open } }: { of: Answer<'get /api/figures'> }) {
  const say = useSay()
  const option = useMemo(
    () => ({
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', inverse: true, data: open.map(({ urgency }) => say(urgencyLabels[urgency])) },
      legend: { show: false },
      series: [
        {
          type: 'bar',
          name: say(words.count),
          data: open.map(({ urgency, n }) => ({
            value: n,
            itemStyle: { color: urgency === 'overdue' ? '#b3261e' : undefined },
          })),
        },
      ],
    }),
    [open, say],
  )
  return (
    <Figure
      title={say(words.open)}
      option={option}
      empty={open.every(({ n }) => n === 0)}
      takeAlong={<Export of="get /api/exports/figures-open" query={{ months: months.length }} />}
    >
      <Rows
        label={say(words.open)}
        rows={open.map((row) => ({ ...row, id: row.urgency }))}
        columns={[
          { title: say(words.urgency), show: (row) => say(urgencyLabels[row.urgency]) },
          { title: say(words.count), show: (row) => row.n },
        ]}
      />
    </Figure>
  )
}
