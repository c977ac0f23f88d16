import { useRef, type KeyboardEvent } from 'react'
import { addDays } from '../../rules/time/local.ts'
import type { Day } from './usePlan.ts'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A calendar is one stop of the tab key, at the day chosen; the arrows go from day to day and week to week within it. */
export function useDays(days: readonly Day[], chosen: string | null) {
  const frame = useRef<HTMLDivElement>(null)
  const open = days.filter(({ breaks }) => breaks !== null)
  const first = open.find(({ breaks }) => breaks!.length === 0) ?? open[0]
  const stop = open.some(({ on }) => on === chosen) ? chosen : first?.on
  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key]
    const on = (event.target as HTMLElement).dataset['on']
    if (step === undefined || on === undefined) return
    event.preventDefault()
    frame.current?.querySelector<HTMLElement>(`[data-on="${addDays(on, step)}"]:enabled`)?.focus()
  }
  return { frame, stop, onKeyDown }
}
