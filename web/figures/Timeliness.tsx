import { useMemo } from 'react'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { Export } from '../parts/Export.tsx'
import { Rows } from '../parts/Rows.tsx'
import { words } from '../texts/figures.ts'
import { Figure } from './Figure.tsx'

type Row = Answer<'get /api/figures'>['timeliness'][number]
/** How many clauses the chart draws: those with most promises. The table has all. */
const DRAWN = 6
const rateOf = ({ onTime, late }: { onTime: number; late: number }) =>
  Math.round((onTime / (onTime + late)) * 1_000) / 10

/** How often each clause was kept on time, by month; those with most promises first. */
export function Timeliness({ of: { months, timeliness } }: { of: Answer<'get /api/figures'> }) {
  const say = useSay()
  const clauses = useMemo(() => byClause(timeliness), [timeliness])
  const option = useMemo(
    () => ({
      xAxis: { type: 'category', data: months },
      yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
      series: clauses.slice(0, DRAWN).map(({ clause, of }) => ({
        type: 'line',
        name: clause,
        connectNulls: true,
        data: months.map((month) => of.get(month) && rateOf(of.get(month)!)),
      })),
    }),
    [months, clauses],
  )
  return (
    <Figure
      title={say(words.timeliness)}
      option={option}
      empty={clauses.length === 0}
      takeAlong={<Export of="get /api/exports/figures-timeliness" query={{ months: months.length }} />}
    >
      <Rows
        label={say(words.timeliness)}
        rows={clauses}
        columns={[
          { title: say(words.clause), show: (row) => <Clause id={row.clause} title={row.clauseTitle} /> },
          { title: say(words.kept), show: (row) => row.onTime },
          { title: say(words.late), show: (row) => row.late },
          { title: say(words.rate), show: (row) => `${rateOf(row)}%` },
        ]}
      />
    </Figure>
  )
}

function byClause(rows: readonly Row[]) {
  const found = new Map<string, Omit<Row, 'month'> & { id: string; of: Map<string, Row> }>()
  for (const row of rows) {
    const { clause, clauseTitle, onTime, late } = row
    const sum = found.get(clause) ?? { id: clause, clause, clauseTitle, onTime: 0, late: 0, of: new Map<string, Row>() }
    sum.of.set(row.month, row)
    found.set(clause, { ...sum, onTime: sum.onTime + onTime, late: sum.late + late })
  }
  return [...found.values()].sort((a, b) => b.onTime + b.late - a.onTime - a.late)
}
