import type { ProblemTexts } from '../problem.ts'

export const policyProblems = {
  'policy.unknown': { status: 404, zh: '没有这部制度。', en: 'There is no such rulebook.' },
  'policy.unknownParameter': {
    status: 422,
    zh: '该制度没有参数“{key}”。',
    en: 'This rulebook has no parameter “{key}”.',
  },
  'policy.cannotBeBlank': {
    status: 422,
    zh: '“{label}”不能留空：没有它，事项无法计算。',
    en: '“{label}” cannot be blank: without it nothing of its kind could be computed.',
  },
  'policy.wrongValue': {
    status: 422,
    zh: '参数“{label}”的值不符合要求。',
    en: 'The value of “{label}” is not acceptable.',
  },
  'policy.needsSignatures': {
    status: 409,
    zh: '这部制度须经起草、审核、批准后发布，不能直接修改；请起草修订或勘误。',
    en: 'This rulebook changes by its signatures only: draft an amendment or an erratum, and have it reviewed and approved.',
  },
  'policy.houseStays': {
    status: 409,
    zh: '内部规则始终适用，不能结束，只能修订。',
    en: 'The house rules always hold: they are amended, not ended.',
  },
  'policy.companyOnly': {
    status: 403,
    zh: '全公司适用的绑定由总经理或系统管理员设定。',
    en: 'What holds for the whole company is bound by a general manager or an administrator.',
  },
  'policy.inThePast': {
    status: 422,
    zh: '修订须从将来或现在起生效；更正笔误请用“勘误”。',
    en: 'An amendment takes effect now or later; to correct a slip use an erratum.',
  },
} as const satisfies ProblemTexts
