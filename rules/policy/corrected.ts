import type { Instant } from '../instant.ts'
import type { Terms } from './parameter.ts'

/** A version of a rulebook or a variant of it. */
export interface CitedVersion {
  policy: string
  variant: string
  version: number
}

/** The correction of a slip in one version, by the version that says it right. */
export interface Erratum extends CitedVersion {
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

interface Version extends CitedVersion {
  kind: string
  effectiveFromAt: Instant
  values: Readonly<Record<string, unknown>>
}

/**
 * Which of some versions correct those that terms rest on: an erratum holds from the instant of what it corrects, so it is
 * one of that instant under a higher number. In the order given.
 */
export function errataAmong(terms: Terms, versions: readonly Version[]): Erratum[] {
  const same = (a: CitedVersion, b: CitedVersion) => a.policy === b.policy && a.variant === b.variant
  const cited = new Map(Object.values(terms).map((term) => [`${term.policy}/${term.variant}/${term.version}`, term]))
  return [...cited.values()].flatMap((term) => {
    const wrong = versions.find((one) => same(one, term) && one.version === term.version)
    return versions
      .filter((one) => same(one, term) && one.kind === 'erratum' && one.version > term.version)
      .filter((one) => one.effectiveFromAt === wrong?.effectiveFromAt)
      .map(({ policy, variant, version, values }) => ({ policy, variant, version, values, wrong: term.version }))
  })
}

/** Terms as the last of some errata of each version says, in the order given; as they are where there is none. */
export function withErrata(terms: Terms, errata: readonly Erratum[]): Terms {
  const last = new Map(errata.map((one) => [`${one.policy}/${one.variant}/${one.wrong}`, one]))
  return [...last.values()].reduce((now, one) => corrected(now, one) ?? now, terms)
}
