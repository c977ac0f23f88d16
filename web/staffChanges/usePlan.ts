import type { Waivable } from '../../rules/staffChange/change.ts'
import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { isoOf } from '../parts/time.ts'
import type { Values } from '../parts/useFields.ts'

export type Site = Answer<'get /api/staff-changes/sites'>['items'][number]
export type Preview = Answer<'post /api/staff-changes/preview'>
export type Day = Preview['days'][number]

const DATES = ['noticeOn', 'applyOn', 'handoverStartOn', 'takesOverOn'] as const

/** The dates that were chosen or typed; what is empty is worked out by the server. */
export const datesOf = (values: Values) =>
  Object.fromEntries(DATES.flatMap((name) => (values[name] ? [[name, values[name]]] : []))) as Partial<
    Record<(typeof DATES)[number], string>
  >

export const isDemand = (values: Values) => values['kind'] === 'client'

/** Working days of a shorter handover, where one is asked for. */
export function daysOf(values: Values): number | undefined {
  const days = Number(values['handoverDays'])
  return Number.isInteger(days) && days > 0 ? days : undefined
}

/** The waivers asked for: those ticked, as far as the dates still break them, and the shorter handover if one was typed. */
export function asksOf(values: Values, { check }: Preview): Waivable[] {
  const ticked = (values['asks'] ?? '').split(',')
  const broken = check.broken.flatMap(({ promise }) => (promise === 'start' || promise === 'handOver' ? [] : [promise]))
  const asked = broken.filter((promise) => ticked.includes(promise)) as Waivable[]
  return daysOf(values) === undefined ? asked : [...asked, 'handOver']
}

/** What the dates come to, asked anew at every change of them; the last answer stays until the next is there. */
export function usePreview(values: Values) {
  const demandedAt = isDemand(values) && values['demandedAt'] ? isoOf(values['demandedAt']) : undefined
  const ready = Boolean(values['projectId']) && (!isDemand(values) || demandedAt !== undefined)
  const body = { projectId: values['projectId'] ?? '', plan: datesOf(values), demandedAt, handoverDays: daysOf(values) }
  return useAsk('post /api/staff-changes/preview', { body }, { enabled: ready })
}
