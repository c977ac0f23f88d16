import type { ProblemTexts } from '../problem.ts'

/** Posts at a customer's site. */
export const organisationProblems = {
  'residentPost.notFound': { status: 404, zh: '没有这个驻场岗位。', en: 'There is no such resident post.' },
  'residentPost.full': { status: 409, zh: '该岗位在此期间名额已满。', en: 'The post has no place left in that time.' },
  'residentPost.outside': {
    status: 422,
    zh: '任职期间须在岗位的起止时间之内。',
    en: 'The time on the post must lie within the post’s own.',
  },
} as const satisfies ProblemTexts
