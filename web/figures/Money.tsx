import { useMemo } from 'react'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { money } from '../parts/money.ts'
import { Export } from '../parts/Export.tsx'
import { Rows } from '../parts/Rows.tsx'
import { words } from '../texts/figures.ts'
import { Figure } from './Figure.tsx'

type Paid = NonNullable<Answer<'get /api/figures'>['money']>

/** What was fined and what was granted, by the month in which it happened. */
export function Money({ months, of }: { months: readonly string[]; of: Paid }) {
  const say = useSay()
  const option = useMemo(() => {
    const found = new Map(of.map((row) => [row.month, row]))
    const bars = (key: 'finesFen' | 'rewardsFen') => months.map((month) => (found.get(month)?.[key] ?? 0) / 100)
    return {
      color: ['#1b6e3a', '#b3261e'],
      xAxis: { type: 'category', data: months },
      yAxis: { type: 'value' },
      series: [
        { type: 'bar', name: say(words.rewards), stack: 'yuan', data: bars('rewardsFen') },
        { type: 'bar', name: say(words.fines), stack: 'yuan', data: bars('finesFen') },
      ],
    }
  }, [months, of, say])
  return (
    <Figure
      title={say(words.money)}
      option={option}
      empty={of.length === 0}
      takeAlong={<Export of="get /api/exports/figures-money" query={{ months: months.length }} />}
    >
      <Rows
        label={say(words.money)}
        rows={of.map((row) => ({ ...row, id: row.month }))}
        columns={[
          { title: say(words.month), show: (row) => row.month },
          { title: say(words.rewards), show: (row) => money(row.rewardsFen) },
          { title: say(words.fines), show: (row) => money(row.finesFen) },
        ]}
      />
    </Figure>
  )
}
