import type { ProblemTexts } from '../problem.ts'

/** What customers do without signing in: by a link, or by the label on a thing. */
export const customerLinkProblems = {
  'customerLink.unknown': {
    status: 404,
    zh: '链接无效，请核对是否完整。',
    en: 'This link leads nowhere. Is it complete?',
  },
  'customerLink.used': { status: 409, zh: '此链接已使用过。', en: 'This link has been used already.' },
  'customerLink.expired': {
    status: 409,
    zh: '链接已过期，请联系我们的工程师重新发送。',
    en: 'This link has expired; please ask our engineer for a new one.',
  },
  'customerLink.revoked': {
    status: 409,
    zh: '链接已作废，请使用最新收到的链接。',
    en: 'This link is no longer valid; please use the one you received last.',
  },
  'customerLink.settled': {
    status: 409,
    zh: '此事已办结，无需再操作。',
    en: 'This has been settled; there is nothing left to do.',
  },
  'customerLink.nothingToAsk': {
    status: 409,
    zh: '目前没有需要客户办理的事项：尚未到这一步，或已经办结。',
    en: 'There is nothing to ask of the customer now: it has not come to that yet, or it is settled.',
  },
  'customerLink.past': { status: 422, zh: '请选择将来的时间。', en: 'Please choose a time to come.' },
  'customerLink.tooFar': {
    status: 422,
    zh: '请选择 {until} 之前的时间。',
    en: 'Please choose a time before {until}.',
  },
  'customerLink.noAppointment': {
    status: 409,
    zh: '尚未约定时间，请选择一个时间。',
    en: 'No time has been agreed yet; please choose one.',
  },
  'fault.unknownLabel': {
    status: 404,
    zh: '此标签无效或已停用，请电话联系我们。',
    en: 'This label is not valid any more; please call us.',
  },
  'fault.tooMany': {
    status: 429,
    zh: '此设备的报障已收到多次，我们正在处理；紧急情况请直接来电。',
    en: 'This fault has been reported several times and is being dealt with; if it is urgent, please call us.',
  },
  'fault.unknownReport': {
    status: 404,
    zh: '未找到此报障，或提交已超过一小时。',
    en: 'There is no such report, or it was handed in more than an hour ago.',
  },
  'fault.notAPhoto': { status: 415, zh: '只能附照片（JPEG 或 PNG）。', en: 'Only photos (JPEG or PNG) can be added.' },
  'fault.tooManyPhotos': {
    status: 409,
    zh: '一次报障最多附 {most} 张照片。',
    en: 'A report takes {most} photos at most.',
  },
} as const satisfies ProblemTexts
