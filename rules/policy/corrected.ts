import type { Instant } from '../instant.ts'
import { policies } from './index.ts'
import type { Term, Terms } from './parameter.ts'

/** A version of a rulebook or a variant of it. */
export interface CitedVersion {
  policy: string
  variant: string
  version: number
}

/** The correction of a slip in one version, by the version that says it right. */
interface Erratum extends CitedVersion {
  /** The version that was wrong. */
  wrong: number
  values: Readonly<Record<string, unknown>>
}

/** Terms with what an erratum corrects, cited by its version; undefined where they rest on another version. */
export function corrected(terms: Terms, { policy, variant, wrong, version, values }: Erratum): Terms | undefined {
  let touched = false
  const entries = Object.entries(terms).map(([key, term]) => {
    if (term.policy !== policy || term.variant !== variant || term.version !== wrong) return [key, term] as const
    touched = true
    return [key, { ...term, version, ...(key in values ? { value: values[key] } : {}) }] as const
  })
  return touched ? Object.fromEntries(entries) : undefined
}

/** A version as it is kept. */
export interface KeptVersion extends CitedVersion {
  kind: string
  effectiveFromAt: Instant
  values: Readonly<Record<string, unknown>>
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const isOf = (one: CitedVersion, other: CitedVersion) => one.policy === other.policy && one.variant === other.variant

/**
 * Terms without the slips that errata among some versions have put right since, and those errata. A number is reached
 * where the erratum corrects the very version it rests on, or a later one that took the slip over: the same value, without
 * a break in between. For what has ended and whose amounts are looked at again; running cases are reached as `corrected` does.
 */
export function withErrata(terms: Terms, versions: readonly KeptVersion[]): { terms: Terms; errata: CitedVersion[] } {
  const ordered = versions.toSorted((a, b) => a.version - b.version)
  const used = new Set<KeptVersion>()
  const entries = Object.entries(terms).map(([key, given]) => {
    const own = ordered.filter((one) => isOf(one, given))
    const [term, errata] = righted(key, given, own)
    for (const one of errata) used.add(one)
    return [key, term] as const
  })
  const errata = ordered.filter((one) => used.has(one))
  return {
    terms: Object.fromEntries(entries),
    errata: errata.map(({ policy, variant, version }) => ({ policy, variant, version })),
  }
}

/** One number with the errata that reach it, by the versions of its rulebook in the order of their numbers. */
function righted(key: string, given: Term, own: readonly KeptVersion[]): [Term, KeptVersion[]] {
  const stated = policies.find(({ id }) => id === given.policy)?.parameters[key]?.value
  const valueIn = ({ values }: KeptVersion) => (key in values ? values[key] : stated)
  const reached: KeptVersion[] = []
  let term = given
  let fromAt = own.find(({ version }) => version === given.version)?.effectiveFromAt ?? Infinity
  for (const erratum of own.filter(({ kind, version }) => kind === 'erratum' && version > given.version)) {
    const { effectiveFromAt: at, version } = erratum
    const earlier = own.filter((one) => one.version < version)
    const wrong = earlier.findLast((one) => one.effectiveFromAt === at)
    if (!wrong || at < fromAt || same(valueIn(wrong), valueIn(erratum)) || !same(valueIn(wrong), term.value)) continue
    const between = earlier.filter((one) => one.effectiveFromAt > fromAt && one.effectiveFromAt < at)
    if (between.some((one) => !isReplaced(one, between) && !same(valueIn(one), term.value))) continue
    term = { ...term, value: valueIn(erratum), version }
    fromAt = at
    reached.push(erratum)
  }
  return [term, reached]
}

/** Whether another version took effect in a version's place. */
const isReplaced = (one: KeptVersion, among: readonly KeptVersion[]) =>
  among.some((other) => other.effectiveFromAt === one.effectiveFromAt && other.version > one.version)
