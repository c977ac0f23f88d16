import type { ProblemTexts } from '../problem.ts'

export const policyProblems = {
  'policy.unknown': { status: 404, zh: '没有这部制度。', en: 'There is no such rulebook.' },
  'policy.unknownParameter': {
    status: 422,
    zh: '该制度没有参数“{key}”。',
    en: 'This rulebook has no parameter “{key}”.',
  },
  'policy.wrongValue': {
    status: 422,
    zh: '参数“{label}”的值不符合要求。',
    en: 'The value of “{label}” is not acceptable.',
  },
  'policy.inThePast': {
    status: 422,
    zh: '修订须从将来或现在起生效；更正笔误请用“勘误”。',
    en: 'An amendment takes effect now or later; to correct a slip use an erratum.',
  },
} as const satisfies ProblemTexts
