import type { ProblemTexts } from '../problem.ts'

export const reportProblems = {
  'report.unknown': { status: 404, zh: '没有这份报告。', en: 'There is no such report.' },
  'report.incomplete': {
    status: 422,
    zh: '报告缺少：{missing}。',
    en: 'The report lacks: {missing}.',
  },
  'report.own': {
    status: 403,
    zh: '本人的报告由接收人登记收到时间。',
    en: "When one's own report was received is recorded by who received it.",
  },
  'report.received': {
    status: 409,
    zh: '这份报告已由系统收到，时间以系统为准。',
    en: 'The report was handed in here, so its time of receipt stands.',
  },
  'report.notAsked': {
    status: 409,
    zh: '此人的岗位或适用制度不要求这种报告。',
    en: 'Neither the post nor the rulebooks of this person ask for such a report.',
  },
  'report.askedOfOneself': { status: 422, zh: '不能向本人要求报告。', en: 'Nobody asks themselves for a report.' },
  'report.dayGone': { status: 422, zh: '期限不能早于今天。', en: 'The day by which it is wanted is gone already.' },
} as const satisfies ProblemTexts
