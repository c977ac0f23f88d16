import type { ProblemTexts } from '../problem.ts'

/** What is wrong with a request before any rule looks at it. */
export const inputProblems = {
  'input.invalid': {
    status: 422,
    zh: '提交的内容有误，请按各项说明修改。',
    en: 'Some of what was sent is not right; see each item.',
  },
  'input.notJson': { status: 400, zh: '请求正文不是有效的 JSON。', en: 'The body is not valid JSON.' },
  'input.tooLarge': { status: 413, zh: '请求正文过大。', en: 'The body is too large.' },
  'input.wrongType': {
    status: 415,
    zh: '请求正文的类型应为 {expected}。',
    en: 'The body has to be of type {expected}.',
  },
  'input.notFound': { status: 404, zh: '没有这个地址或记录。', en: 'There is nothing here under this address.' },
  'input.tooMany': { status: 413, zh: '一次提交的条数过多。', en: 'Too many items in one request.' },
  'input.required': { status: 422, zh: '此项必填。', en: 'This is required.' },
  'input.empty': { status: 422, zh: '没有要更改的内容。', en: 'There is nothing to change.' },
  'input.instant': {
    status: 422,
    zh: '时间须为带时区偏移的 ISO 8601 格式，例如 2026-02-16T23:50:40+08:00。',
    en: 'A time has to be ISO 8601 with its offset, as 2026-02-16T23:50:40+08:00.',
  },
  'input.date': {
    status: 422,
    zh: '日期须为真实存在的 YYYY-MM-DD。',
    en: 'A date has to be a real one, as YYYY-MM-DD.',
  },
  'input.cursor': {
    status: 422,
    zh: '翻页标记无效，请从第一页重新开始。',
    en: 'The cursor is not valid; start again from the first page.',
  },
  'input.phoneNumber': {
    status: 422,
    zh: '电话号码无法识别。',
    en: 'This is not a telephone number that can be called.',
  },
  'input.period': { status: 422, zh: '结束时间须晚于开始时间。', en: 'The end has to come after the beginning.' },
  'input.exists': { status: 409, zh: '已有相同的记录。', en: 'There is such a record already.' },
  'input.unknownReference': {
    status: 422,
    zh: '所引用的记录不存在。',
    en: 'The record this refers to does not exist.',
  },
  'input.inUse': {
    status: 409,
    zh: '有其他记录引用它，不能更改或删除。',
    en: 'Other records refer to it, so it cannot be changed or removed.',
  },
  'server.failed': {
    status: 500,
    zh: '服务器内部出错，已记录，编号 {id}。',
    en: 'Something failed on our side; it is recorded as {id}.',
  },
  'server.busy': {
    status: 503,
    zh: '数据库暂时不可用，请稍后重试。',
    en: 'The database cannot be reached just now; please try again.',
  },
} as const satisfies ProblemTexts
