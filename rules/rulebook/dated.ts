import type { Instant } from '../instant.ts'

/** A version with what it states; a key it doesn't name is as the rulebook's own text has it. */
export interface ValuedVersion {
  version: number
  effectiveFromAt: Instant
  values: Readonly<Record<string, unknown>>
}

export interface Dated {
  /** Since when the value holds without a break; 0: from the beginning. */
  sinceAt: Instant
  /** What holds instead, by a version published already, and from when. */
  next: { value: unknown; fromAt: Instant } | null
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What held one after the other: of those that take effect at one instant the newest, the earliest first. */
function chain(versions: readonly ValuedVersion[]): ValuedVersion[] {
  const ordered = versions.toSorted((a, b) => a.effectiveFromAt - b.effectiveFromAt || a.version - b.version)
  return ordered.filter((one, i) => one.effectiveFromAt !== ordered[i + 1]?.effectiveFromAt)
}

/**
 * The dates of one parameter as a version of its rulebook states it, `own` where no version names it: since when, and what
 * comes after. A version that another one replaced from the same instant (an erratum) never held: it has its own date only.
 */
export function datesOf(versions: readonly ValuedVersion[], version: number, key: string, own: unknown): Dated {
  const valueIn = (one: ValuedVersion) => (key in one.values ? one.values[key] : own)
  const held = chain(versions)
  const at = held.findIndex((one) => one.version === version)
  const stated = versions.find((one) => one.version === version)!
  if (at === -1) return { sinceAt: stated.effectiveFromAt, next: null }
  const value = valueIn(stated)
  const broken = held.slice(0, at).findLastIndex((one) => !same(valueIn(one), value))
  const next = held.slice(at + 1).find((one) => !same(valueIn(one), value))
  return {
    sinceAt: held[broken + 1]!.effectiveFromAt,
    next: next ? { value: valueIn(next), fromAt: next.effectiveFromAt } : null,
  }
}
