import type { ProblemTexts } from '../problem.ts'

export const fundProblems = {
  'fund.tooMuch': { status: 422, zh: '金额须大于零且不超过 ¥{max}。', en: 'An amount above nothing and up to ¥{max}.' },
  'fund.nothingOwed': { status: 409, zh: '此人没有应缴罚款。', en: 'This person owes nothing.' },
  'fund.ownMatter': {
    status: 403,
    zh: '本人的收付由他人登记。',
    en: 'Somebody else records what one pays or is paid oneself.',
  },
  'fund.unknown': { status: 404, zh: '没有这笔收付。', en: 'There is no such movement.' },
  'fund.takenBack': { status: 409, zh: '这笔收付已冲回。', en: 'This movement was taken back already.' },
} as const satisfies ProblemTexts
