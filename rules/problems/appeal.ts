import type { ProblemTexts } from '../problem.ts'

export const appealProblems = {
  'appeal.unknown': { status: 404, zh: '没有这份申诉。', en: 'There is no such appeal.' },
  'appeal.notYours': {
    status: 403,
    zh: '只能就本人的记录申诉。',
    en: "One can appeal against one's own entries only.",
  },
  'appeal.notConfirmed': {
    status: 409,
    zh: '这笔记录尚未确认；请先说明原因。',
    en: 'This entry is not confirmed yet; give a cause first.',
  },
  'appeal.nothingLeft': {
    status: 409,
    zh: '这笔记录已冲回或免除，无需申诉。',
    en: 'This entry was taken back or waived; there is nothing to appeal against.',
  },
  'appeal.already': {
    status: 409,
    zh: '这笔记录已经申诉过，裁定是终局的。',
    en: 'There was an appeal against this entry; its decision is final.',
  },
  'appeal.tooLate': {
    status: 422,
    zh: '申诉期截至 {until}。',
    en: 'Appeals against this entry were possible until {until}.',
  },
  'appeal.notLess': {
    status: 422,
    zh: '减轻后的金额须大于 0、小于 ¥{max}。',
    en: 'What is left has to be more than nothing and less than ¥{max}.',
  },
  'penalty.unknown': { status: 404, zh: '没有这项奖惩建议。', en: 'There is no such proposal.' },
  'penalty.noLimit': {
    status: 409,
    zh: '制度没有写明金额，上限也未设定；设定之前不能提出金额。',
    en: 'The rulebook names no amount and no limit was set; until then no amount can be proposed.',
  },
  'penalty.outOfLimits': {
    status: 422,
    zh: '金额须大于 0，不超过 ¥{max}。',
    en: 'The amount has to be more than nothing and at most ¥{max}.',
  },
  'penalty.noReward': { status: 422, zh: '该条款没有奖励。', en: 'This clause knows no reward.' },
  'penalty.statementIsFree': {
    status: 422,
    zh: '书面说明不涉及金额。',
    en: 'A statement costs nothing: its amount is 0.',
  },
  'penalty.ownMatter': {
    status: 403,
    zh: '不能对本人提出或裁定，提出者不能裁定。',
    en: 'Nobody proposes or decides in their own matter, and who proposed does not decide.',
  },
  'serviceTask.notSupervisor': {
    status: 422,
    zh: '此人当时不是主管，第 S0-A-7.S3 条只约束主管。',
    en: 'That person was not the supervisor then; S0-A-7.S3 binds the supervisor only.',
  },
} as const satisfies ProblemTexts
