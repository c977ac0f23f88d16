import type { Text } from '../text.ts'

type Sentence = (arithmetic: Readonly<Record<string, unknown>>) => Text

/** How a recommended raise came about. */
export const paySentences: Readonly<Record<string, Sentence>> = {
  raise: ({ grade, target, sinceOn, months, by, alone }) => {
    if (alone)
      return {
        zh: `有重大贡献，按制度所选口径代替其他条件；基本工资由 ${String(grade)} 等升为 ${String(target)} 等，报总经理决定。`,
        en: `A major contribution, which the rulebook is set to take for every other condition; base pay from grade ${String(grade)} to grade ${String(target)}, for the general manager to decide.`,
      }
    return {
      zh: `自 ${String(sinceOn)} 起连续满 ${String(months)} 个月无事故、无罚款，且${by === 'contribution' ? '有重大贡献' : '技能考试合格'}；基本工资由 ${String(grade)} 等升为 ${String(target)} 等，报总经理决定。`,
      en: `No accident and no fine for ${String(months)} months since ${String(sinceOn)}, and ${by === 'contribution' ? 'a major contribution' : 'the skill exam passed'}; base pay from grade ${String(grade)} to grade ${String(target)}, for the general manager to decide.`,
    }
  },
}
