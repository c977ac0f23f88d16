import type { ProblemTexts } from '../problem.ts'

export const statementProblems = {
  'statement.unknown': { status: 404, zh: '没有这份书面说明。', en: 'There is no such statement.' },
} as const satisfies ProblemTexts
