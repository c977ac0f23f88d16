import type { ProblemTexts } from '../problem.ts'

export const backtestProblems = {
  'backtest.unknown': {
    status: 404,
    zh: '没有这次回测：您之后又开始过一次，只保留最近的一次。请重新开始。',
    en: 'There is no such backtest: you began another since, and only the last one is kept. Run it again.',
  },
  'backtest.busy': {
    status: 429,
    zh: '已有 {n} 次回测在进行，请稍后再试。',
    en: '{n} backtests are under way already. Try again later.',
  },
} as const satisfies ProblemTexts
