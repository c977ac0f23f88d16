import type { ProblemTexts } from '../problem.ts'

export const callProblems = {
  'call.sameAssignee': { status: 409, zh: '该来电已由此人负责。', en: 'This person has the call already.' },
  'call.sourceUnknown': { status: 401, zh: '来源或密钥不正确。', en: 'Unknown source or wrong secret.' },
  'call.lineUnknown': { status: 422, zh: '没有登记这条线路。', en: 'This line is not in the register.' },
  'call.oneAssignee': {
    status: 422,
    zh: '须且只能填写一项：本单位人员，或登记册之外的人。',
    en: 'Name exactly one: somebody of ours, or somebody outside the register.',
  },
  'call.sourceMissing': { status: 404, zh: '没有这个来源。', en: 'There is no such source.' },
  'call.sourceTaken': { status: 409, zh: '已有同名来源。', en: 'There is a source of that name already.' },
} as const satisfies ProblemTexts
