import type { ProblemTexts } from '../problem.ts'

/** Who is asking, and whether they may. */
export const callerProblems = {
  'caller.unknown': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'caller.wrongPassword': { status: 401, zh: '用户名或密码不正确。', en: 'The user name or the password is wrong.' },
  'caller.forbidden': { status: 403, zh: '您的岗位无权执行此操作。', en: 'Your role does not allow this.' },
  'caller.outOfRegion': { status: 403, zh: '此记录不在您负责的区域内。', en: 'This record lies outside your region.' },
  'caller.foreignOrigin': {
    status: 403,
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request comes from another site and is refused.',
  },
  'caller.tooMany': {
    status: 429,
    zh: '请求过于频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'idempotency.otherBody': {
    status: 422,
    zh: '这个 Idempotency-Key 已用于另一个不同的请求。',
    en: 'This Idempotency-Key was used for a different request.',
  },
  'idempotency.inProgress': {
    status: 409,
    zh: '相同的请求正在处理，请稍后重试。',
    en: 'The same request is being worked on; try again in a moment.',
  },
  'idempotency.badKey': {
    status: 400,
    zh: 'Idempotency-Key 须为 1 至 200 个可见 ASCII 字符。',
    en: 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
  },
} as const satisfies ProblemTexts
