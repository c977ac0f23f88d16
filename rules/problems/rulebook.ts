import type { ProblemTexts } from '../problem.ts'

export const rulebookProblems = {
  'rulebook.unknown': { status: 404, zh: '没有这部制度。', en: 'There is no such rulebook.' },
  'rulebook.draftUnknown': { status: 404, zh: '没有这份草案。', en: 'There is no such draft.' },
  'rulebook.versionUnknown': { status: 404, zh: '这部制度没有该版本。', en: 'This rulebook has no such version.' },
  'rulebook.notAuthor': {
    status: 403,
    zh: '只有起草人可以修改或提交草案。',
    en: 'Only its author changes or submits a draft.',
  },
  'rulebook.notYourSignature': {
    status: 403,
    zh: '这份草案不需要您的签署。',
    en: 'This draft does not ask for your signature.',
  },
  'rulebook.signedAlready': {
    status: 403,
    zh: '起草、审核、批准须由不同的人签署。',
    en: 'Drafting, reviewing and approving are signed by different people.',
  },
  'rulebook.published': {
    status: 409,
    zh: '已经发布的制度不能撤回，只能修订。',
    en: 'What is published cannot be withdrawn, only revised.',
  },
  'rulebook.noDate': { status: 422, zh: '修订须写明生效日期。', en: 'An amendment needs the day it takes effect.' },
  'rulebook.nothing': {
    status: 422,
    zh: '这部制度没有参数；请写明文字内容。',
    en: 'This rulebook has no parameters; say in words what changes.',
  },
  'rulebook.noErratum': {
    status: 422,
    zh: '勘误须更正至少一个参数。',
    en: 'An erratum corrects at least one parameter.',
  },
  'rulebook.notBound': { status: 403, zh: '这部制度不约束您。', en: 'This rulebook does not bind you.' },
} as const satisfies ProblemTexts
