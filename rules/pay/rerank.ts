import { yuan } from '../notification/template.ts'
import type { Text } from '../text.ts'
import type { BonusLine, RankedLine } from './ranking.ts'

/** One person's place in a bonus taken back and entered anew, because the half-year's past changed after its approval. */
export interface BonusChange {
  personId: string
  /** What is taken back; null: they were not ranked. */
  before: RankedLine | null
  /** What is entered in its stead; null: they are ranked no more. */
  after: RankedLine | null
  /** The difference to be paid (positive) or deducted, in fen. */
  amountFen: number
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

/** Why the difference: the person's own score before and after, or, where that is the same, that others' changed. */
export function explainChange(half: string, { before, after }: BonusChange): Text {
  const score =
    before && after && before.scoreFen !== after.scoreFen
      ? {
          zh: `本人考核净额由 ${yuan(before.scoreFen)} 变为 ${yuan(after.scoreFen)}`,
          en: `their own score went from ${yuan(before.scoreFen)} to ${yuan(after.scoreFen)}`,
        }
      : before && after
        ? { zh: '同区域其他人的考核有变', en: "others' assessments in the region changed" }
        : { zh: '在岗月数有更正', en: 'the months in the post were corrected' }
  const [was, is] = [place(before), place(after)]
  return {
    zh: `${half} 奖金重新排名：${score.zh}；冲回${was.zh}，重新记入${is.zh}`,
    en: `${half}, ranked anew: ${score.en}; taken back: ${was.en}; entered: ${is.en}`,
  }
}

const place = (line: RankedLine | null): Text =>
  line
    ? {
        zh: `排名 ${line.rank}／${line.of}、系数 ${line.coefficient / 100}、${yuan(line.amountFen)}`,
        en: `${line.rank} of ${line.of}, coefficient ${line.coefficient / 100}, ${yuan(line.amountFen)}`,
      }
    : { zh: '无', en: 'nothing' }
