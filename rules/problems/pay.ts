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
    zh: '提出人不能审批自己的方案。',
    en: 'Whoever proposed it does not approve it.',
  },
} as const satisfies ProblemTexts
