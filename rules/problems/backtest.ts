import type { ProblemTexts } from '../problem.ts'

export const backtestProblems = {
  'backtest.blankClock': {
    status: 422,
    zh: '时限“{label}”不能留空：没有它，事项无法计算。',
    en: 'The limit “{label}” cannot be blank: without it no case can be computed.',
  },
} as const satisfies ProblemTexts
