import type { ProblemTexts } from '../problem.ts'

export const payProblems = {
  'pay.blank': {
    status: 409,
    zh: '制度中这些数额还未设定：{missing}。',
    en: 'The rulebook leaves these blank, and nobody has set them: {missing}.',
  },
  'pay.unknown': { status: 404, zh: '没有这项方案。', en: 'There is no such proposal.' },
  'pay.sheetsOpen': {
    status: 409,
    zh: '{month} 的考核表尚未出具，不能排名。',
    en: 'The assessment sheet of {month} is not issued yet, so nobody can be ranked.',
  },
  'pay.rankingChanged': {
    status: 409,
    zh: '提出方案之后排名有变（{people} 人）：考核记录或奖金参数有更正。请退回，重新提出。',
    en: 'The ranking changed since this was proposed ({people} people): records or parameters were corrected. Send it back to be proposed anew.',
  },
  'pay.outOfLimits': {
    status: 422,
    zh: '金额须大于零且不超过 ¥{max}。',
    en: 'An amount above nothing and up to ¥{max}.',
  },
  'pay.notOutside': {
    status: 422,
    zh: '该人员属于本区域，奖金按排名计。',
    en: 'This person belongs to the region, whose bonus goes by the ranking.',
  },
  'pay.notHigher': {
    status: 422,
    zh: '特殊地区的补助须高于一般标准 ¥{usual}。',
    en: 'A special allowance lies above the usual ¥{usual}.',
  },
  'pay.ownMatter': {
    status: 403,
    zh: '提出人和方案涉及的人不能审批。',
    en: 'Neither who proposed it nor anybody who stands on it decides.',
  },
} as const satisfies ProblemTexts
