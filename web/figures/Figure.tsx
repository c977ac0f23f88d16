import type { EChartsCoreOption } from 'echarts/core'
import { lazy, Suspense, useId, type ReactNode } from 'react'
import { useSay } from '../language.tsx'
import { Empty } from '../parts/Shown.tsx'
import { words } from '../texts/figures.ts'
import './figures.css'

const Chart = lazy(() => import('./Chart.tsx'))

/** A chart and, beside it, the same in numbers, which can be taken along. */
export function Figure(props: {
  title: string
  option: EChartsCoreOption
  empty: boolean
  takeAlong: ReactNode
  children: ReactNode
}) {
  const { title, option, empty, takeAlong, children } = props
  const say = useSay()
  const id = useId()
  return (
    <section aria-labelledby={id} className="card stack">
      <div className="row apart">
        <h2 id={id}>{title}</h2>
        {!empty && takeAlong}
      </div>
      {empty ? (
        <Empty>{say(words.nothing)}</Empty>
      ) : (
        <div className="figure">
          <Suspense fallback={<div className="chart" />}>
            <Chart option={option} />
          </Suspense>
          <div>{children}</div>
        </div>
      )}
    </section>
  )
}
