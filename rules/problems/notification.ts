import type { ProblemTexts } from '../problem.ts'

export const notificationProblems = {
  'notification.unknown': { status: 404, zh: '没有这条通知。', en: 'There is no such notice.' },
  'channel.unknown': { status: 404, zh: '没有这个通知渠道。', en: 'There is no such channel.' },
  'channel.noMailbox': {
    status: 409,
    zh: '您的人员档案没有邮箱，无法发送测试邮件。',
    en: 'You have no mailbox in the register, so no test can be mailed to you.',
  },
} as const satisfies ProblemTexts
