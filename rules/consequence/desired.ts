/** An entry that stands in the ledger under a key and a revision, and has not been reversed. */
export interface Standing {
  id: string
  /** The business key without its revision. */
  key: string
}

/**
 * What to write so that the ledger says what is desired: entries it lacks, and reversals of those it should not have.
 * Both sides are known by their business keys; an entry that stays is left as it is, decided or not.
 */
export function difference<D extends { key: string }>(
  standing: readonly Standing[],
  desired: readonly D[],
): { add: D[]; reverse: Standing[] } {
  const wanted = new Set(desired.map(({ key }) => key))
  const there = new Set(standing.map(({ key }) => key))
  return {
    add: desired.filter(({ key }) => !there.has(key)),
    reverse: standing.filter(({ key }) => !wanted.has(key)),
  }
}
