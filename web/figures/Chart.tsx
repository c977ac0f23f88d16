import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import type { EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

/** Colours that stay apart for those who see few of them, as the pages use them. */
const COLOURS = ['#0b5cad', '#b3261e', '#1b6e3a', '#7a4b00', '#6b4fa0', '#0f7b86']

/** A picture of the figures that stand in the table beside it, so it is nothing to those who hear the page. */
export default function Chart({ option }: { option: EChartsCoreOption }) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<echarts.ECharts>(undefined)
  useEffect(() => {
    const made = echarts.init(box.current, null, { renderer: 'svg' })
    chart.current = made
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(box.current!)
    return () => {
      watch.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    chart.current?.setOption(
      {
        color: COLOURS,
        animation: !calm,
        grid: GRID,
        tooltip: { trigger: 'axis' },
        legend: { bottom: 0, type: 'scroll' },
        ...option,
      },
      true,
    )
  }, [option])
  return <div ref={box} className="chart" aria-hidden />
}

const GRID = { left: 8, right: 8, top: 24, bottom: 36, containLabel: true }
