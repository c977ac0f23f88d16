import { yuan } from '../notification/template.ts'
import type { CitedVersion } from '../policy/corrected.ts'
import { policyOf } from '../policy/index.ts'
import type { Text } from '../text.ts'
import type { BonusLine, RankedLine } from './ranking.ts'

/**
 * One person's place in a bonus taken back and entered anew, because after its approval the half-year's past changed, or an
 * erratum corrected what the bonus was computed with.
 */
export interface BonusChange {
  personId: string
  /** What is taken back; null: they were not ranked. */
  before: RankedLine | null
  /** What is entered in its stead; null: they are ranked no more. */
  after: RankedLine | null
  /** The difference to be paid (positive) or deducted, in fen. */
  amountFen: number
  /** The errata that it goes back to; none where the half-year's past changed. */
  errata?: readonly CitedVersion[] | null
}

const FIELDS = ['regionId', 'months', 'scoreFen', 'rank', 'of', 'tier', 'coefficient', 'baseFen', 'amountFen'] as const

/**
 * What has to change for a bonus to say what the ranking says now (S0-A-8.1f): nothing where nothing differs. What people
 * judged (helpers from outside, S0-A-8.1e) rests on no ranking and stays.
 */
export function changesOf(standing: readonly BonusLine[], now: readonly RankedLine[]): BonusChange[] {
  const before = new Map(rankedOf(standing).map((line) => [line.personId, line]))
  const after = new Map(now.map((line) => [line.personId, line]))
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort()
  return ids.flatMap((personId) => {
    const [was, is] = [before.get(personId) ?? null, after.get(personId) ?? null]
    if (was && is && FIELDS.every((field) => was[field] === is[field])) return []
    return [{ personId, before: was, after: is, amountFen: (is?.amountFen ?? 0) - (was?.amountFen ?? 0) }]
  })
}

/** The lines of a bonus as they stand after its changes, oldest first. */
export function standingLines(approved: readonly BonusLine[], changes: readonly BonusChange[]): BonusLine[] {
  const ranked = new Map(rankedOf(approved).map((line) => [line.personId, line]))
  for (const { personId, after } of changes) {
    if (after) ranked.set(personId, after)
    else ranked.delete(personId)
  }
  return [...ranked.values(), ...approved.filter(({ kind }) => kind === 'helper')]
}

const rankedOf = (lines: readonly BonusLine[]) => lines.filter((line): line is RankedLine => line.kind === 'ranked')

/** Where ranked people belonged when they were ranked. */
export const regionsIn = (lines: readonly BonusLine[]): Map<string, string | null> =>
  new Map(rankedOf(lines).map(({ personId, regionId }) => [personId, regionId]))

/**
 * Why the difference: an erratum; or the person's own score before and after; or, where that is the same, that others'
 * changed.
 */
export function explainChange(half: string, change: BonusChange): Text {
  const { before, after } = change
  const why = change.errata ? erratumText(change.errata) : pastText(change)
  const rebased = before !== null && after !== null && before.baseFen !== after.baseFen
  const [was, is] = [place(before, rebased), place(after, rebased)]
  return {
    zh: `${half} 奖金重新排名：${why.zh}；冲回${was.zh}，重新记入${is.zh}`,
    en: `${half}, ranked anew: ${why.en}; taken back: ${was.en}; entered: ${is.en}`,
  }
}

function erratumText(errata: readonly CitedVersion[]): Text {
  const titled = errata.map(({ policy, version }) => ({ ...policyOf(policy).title, version }))
  return {
    zh: `奖金参数勘误（${titled.map(({ zh, version }) => `《${zh}》第 ${version} 版`).join('、')}）`,
    en: `an erratum of what it is computed with (${titled.map(({ en, version }) => `${en}, version ${version}`).join('; ')})`,
  }
}

function pastText({ before, after }: BonusChange): Text {
  if (!before || !after) return { zh: '在岗月数有更正', en: 'the months in the post were corrected' }
  if (before.scoreFen === after.scoreFen)
    return { zh: '同区域其他人的考核有变', en: "others' assessments in the region changed" }
  return {
    zh: `本人考核净额由 ${yuan(before.scoreFen)} 变为 ${yuan(after.scoreFen)}`,
    en: `their own score went from ${yuan(before.scoreFen)} to ${yuan(after.scoreFen)}`,
  }
}

function place(line: RankedLine | null, withBase: boolean): Text {
  if (!line) return { zh: '无', en: 'nothing' }
  const [coefficient, amount] = [line.coefficient / 100, yuan(line.amountFen)]
  const base = withBase
    ? { zh: `基数 ${yuan(line.baseFen)}、`, en: `base ${yuan(line.baseFen)}, ` }
    : { zh: '', en: '' }
  return {
    zh: `排名 ${line.rank}／${line.of}、${base.zh}系数 ${coefficient}、${amount}`,
    en: `${line.rank} of ${line.of}, ${base.en}coefficient ${coefficient}, ${amount}`,
  }
}
