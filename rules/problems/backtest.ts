import type { ProblemTexts } from '../problem.ts'

export const backtestProblems = {
  'backtest.unknown': {
    status: 404,
    zh: '没有这次回测：它已结束很久，或服务重启过。请重新开始。',
    en: 'There is no such backtest: it ended long ago, or the service was started anew. Run it again.',
  },
  'backtest.busy': {
    status: 429,
    zh: '已有 {n} 次回测在进行，请稍后再试。',
    en: '{n} backtests are under way already. Try again later.',
  },
} as const satisfies ProblemTexts
