import type { Instant } from '../instant.ts'

/** A version of a rulebook itself, not of a variant. */
export interface StoredVersion {
  policy: string
  version: number
  kind: string
  effectiveFromAt: Instant
}

/** The version of a rulebook that holds. */
export interface InForce {
  version: number
  /** The number under which people signed and read what it says. */
  made: number
  effectiveFromAt: Instant
}

/** The version of each rulebook in force at an instant: the newest of those that took effect last. */
export function versionsInForce(versions: readonly StoredVersion[], at: Instant): Map<string, InForce> {
  const found = new Map<string, InForce>()
  for (const { policy, version, effectiveFromAt } of versions) {
    const before = found.get(policy)
    const isNewer =
      !before ||
      effectiveFromAt > before.effectiveFromAt ||
      (effectiveFromAt === before.effectiveFromAt && version > before.version)
    if (effectiveFromAt > at || !isNewer) continue
    const made = madeAs(
      versions.filter((one) => one.policy === policy),
      version,
    )
    found.set(policy, { version, effectiveFromAt, made })
  }
  return found
}

/**
 * The number under which people signed and read what a version of a rulebook says: its own; of one that only merges a change
 * into what was published to take effect later, that change's.
 */
export const madeAs = (versions: readonly Pick<StoredVersion, 'version' | 'kind'>[], version: number): number =>
  versions.reduce(
    (made, one) => (one.version <= version && one.kind !== 'merged' ? Math.max(made, one.version) : made),
    0,
  )
