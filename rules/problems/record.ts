import type { ProblemTexts } from '../problem.ts'

export const recordProblems = {
  'record.ownMatter': {
    status: 403,
    zh: '不能为本人登记或更正考核事实。',
    en: 'Nobody records facts about themselves.',
  },
  'record.unknown': { status: 404, zh: '没有这条记录。', en: 'There is no such record.' },
  'record.correctedAlready': {
    status: 409,
    zh: '这条记录已被更正或撤销，请更正最新的一条。',
    en: 'This record was corrected or taken back already; correct the latest one.',
  },
  'record.kindChanged': {
    status: 422,
    zh: '更正不能改变记录的种类。',
    en: 'A correction cannot turn a record into one of another kind.',
  },
  'recommendation.unknown': { status: 404, zh: '没有这项建议。', en: 'There is no such recommendation.' },
  'recommendation.forGm': {
    status: 409,
    zh: '该建议只能由总经理批准或不采纳。',
    en: 'A recommendation is decided by the general manager, not as a fine is.',
  },
  'recommendation.concerned': {
    status: 403,
    zh: '当事人和受其结果牵连的人不能决定该建议。',
    en: 'Neither the person concerned nor one whose own penalty hangs on it decides on it.',
  },
} as const satisfies ProblemTexts
