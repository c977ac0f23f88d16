/** An entry that stands in the ledger under a key and a revision, and has not been reversed. */
export interface Standing {
  id: string
  /** The business key without its revision. */
  key: string
  /** In fen; left out where it is none of the question. */
  amountFen?: number
  /** Whether somebody waived, reduced or approved it: that stands, whatever it would come to now. */
  isDecided?: boolean
}

/** What to write so that the ledger says what is desired. */
export interface Changes<D> {
  add: D[]
  reverse: Standing[]
}

/**
 * What to write so that the ledger says what is desired: entries it lacks, and reversals of those it should not have.
 * Both sides are known by their business keys. An entry whose amount was a slip is taken back and entered anew; any
 * other that stays is left as it is, decided or not.
 */
export function difference<D extends { key: string; amountFen?: number }>(
  standing: readonly Standing[],
  desired: readonly D[],
): Changes<D> {
  const wanted = new Map(desired.map((one) => [one.key, one]))
  const stays = ({ key, amountFen, isDecided }: Standing) => {
    const one = wanted.get(key)
    if (!one || isDecided || amountFen === undefined || one.amountFen === undefined) return one !== undefined
    return one.amountFen === amountFen
  }
  const kept = new Set(standing.filter(stays).map(({ key }) => key))
  return { add: desired.filter(({ key }) => !kept.has(key)), reverse: standing.filter((one) => !stays(one)) }
}

/**
 * The changes without those that would undo what somebody decided: where an entry they waived, reduced or approved would
 * be taken back and the same event entered anew, since only its time or its record was corrected, it stays as it is.
 */
export function withoutUndoing<D extends { key: string }>(
  { add, reverse }: Changes<D>,
  eventOf: (key: string) => string,
): Changes<D> {
  const wanted = new Set(add.map(({ key }) => eventOf(key)))
  const stay = reverse.filter(({ key, isDecided }) => isDecided && wanted.has(eventOf(key)))
  const events = new Set(stay.map(({ key }) => eventOf(key)))
  return {
    add: add.filter(({ key }) => !events.has(eventOf(key))),
    reverse: reverse.filter((one) => !stay.includes(one)),
  }
}
