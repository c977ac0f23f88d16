import { isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import { refuse } from '../problem.ts'

/** How somebody stands in a half-year's assessment. */
export interface Standing {
  personId: string
  /** The region whose bonus it is (S0-A-8.1e); null: of none in particular. */
  regionId: string | null
  /** Months of the half-year in which they were in the post. */
  months: number
  /** What their monthly sheets come to, in fen. */
  scoreFen: number
}

export type Tier = 1 | 2 | 3

/** What the ranking gives somebody (S0-A-8.1f). */
export interface RankedLine extends Standing {
  kind: 'ranked'
  rank: number
  /** How many were ranked with them. */
  of: number
  tier: Tier
  /** Percent. */
  coefficient: number
  baseFen: number
  amountFen: number
}

/** What somebody from outside gets who served a region (S0-A-8.1e), as people judged it. */
export interface HelperLine {
  kind: 'helper'
  personId: string
  regionId: string
  amountFen: number
  note: string
}

export type BonusLine = RankedLine | HelperLine

const NEEDED = ['pay.bonusBase', 'pay.tierOne', 'pay.tierTwo'] as const
const COEFFICIENT = { 1: 'pay.coefficientOne', 2: 'pay.coefficientTwo', 3: 'pay.coefficientThree' } as const

/** All that a ranking is computed with. */
export const bonusTermsOf = (terms: Terms): Terms =>
  Object.fromEntries(
    [...NEEDED, ...Object.values(COEFFICIENT), 'pay.rankedMonths', 'assessment.counts'].flatMap((key) =>
      terms[key] ? [[key, terms[key]]] : [],
    ),
  )

/** The parameters without which nobody's bonus can be computed and that are blank: to be set by whoever may. */
export const bonusBlanks = (terms: Terms): string[] =>
  [...NEEDED, ...Object.values(COEFFICIENT)].filter((key) => isBlank(terms, key))

/**
 * The terms of a bonus that waits: what was blank as its half-year ended and is set by now (`current`) is taken from there,
 * so that no blank holds a bonus back for good; what was set stays as it was.
 */
export const fillBlanks = (terms: Terms, current: Terms): Terms =>
  Object.fromEntries(
    Object.entries(terms).map(([key, term]) => {
      const isFilled = key.startsWith('pay.') && isBlank(terms, key) && !isBlank(current, key)
      return [key, isFilled ? current[key]! : term]
    }),
  )

/**
 * The half-year's bonus (S0-A-8.1f): within each region, whose bonus it is (S0-A-8.1e), people are ranked by their
 * assessment, the best first; who stands equal shares the better rank. Tiers take a share of those ranked, each begun
 * place counted in full, so that the first is always in the first tier. Whoever was in the post for fewer than
 * `pay.rankedMonths` is left out. Base × coefficient, rounded to whole fen. Throws where one of `bonusBlanks` is blank.
 */
export function rankingOf(standings: readonly Standing[], terms: Terms): RankedLine[] {
  const least = numberOf(terms, 'pay.rankedMonths')
  const ranked = standings.filter(({ months }) => months >= least)
  const baseFen = numberOf(terms, 'pay.bonusBase')
  return [...new Set(ranked.map(({ regionId }) => regionId))].flatMap((regionId) => {
    const peers = ranked.filter((one) => one.regionId === regionId)
    const ordered = [...peers].sort((a, b) => b.scoreFen - a.scoreFen || (a.personId < b.personId ? -1 : 1))
    return ordered.map((one): RankedLine => {
      const better = peers.filter(({ scoreFen }) => scoreFen > one.scoreFen).length
      const tier = tierOf(better, peers.length, terms)
      const coefficient = numberOf(terms, COEFFICIENT[tier])
      const amountFen = Math.round((baseFen * coefficient) / 100)
      return { ...one, kind: 'ranked', rank: better + 1, of: peers.length, tier, coefficient, baseFen, amountFen }
    })
  })
}

/** The tier of somebody with so many better ones before them. */
export function tierOf(better: number, of: number, terms: Terms): Tier {
  const within = (border: string) => better * 100 < numberOf(terms, border) * of
  return within('pay.tierOne') ? 1 : within('pay.tierTwo') ? 2 : 3
}

/**
 * Checks what is proposed for people from outside a region who served it (S0-A-8.1e). The clause leaves the rule open, so
 * the amount is judged by people within a limit that is blank until it is set. Refuses a person of that very region.
 */
export function checkHelpers(
  helpers: readonly Omit<HelperLine, 'kind'>[],
  regionsOf: ReadonlyMap<string, readonly string[]>,
  terms: Terms,
): HelperLine[] {
  if (helpers.length > 0 && isBlank(terms, 'pay.helperMost'))
    refuse('pay.blank', { field: 'helpers', clause: 'S0-A-8.1e', params: { missing: 'pay.helperMost' } })
  return helpers.map((one, i) => {
    const most = numberOf(terms, 'pay.helperMost')
    if (one.amountFen <= 0 || one.amountFen > most)
      refuse('pay.outOfLimits', { field: `helpers.${i}.amountFen`, params: { max: (most / 100).toFixed(2) } })
    if (regionsOf.get(one.personId)?.includes(one.regionId))
      refuse('pay.notOutside', { field: `helpers.${i}.personId`, clause: 'S0-A-8.1e' })
    return { kind: 'helper', ...one }
  })
}
