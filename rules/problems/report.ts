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
  'report.judgeConcerned': {
    status: 403,
    zh: '本人的报告是否迟交，不由本人认定。',
    en: 'Whether a report is late is not for its author to judge.',
  },
  'report.hasTime': {
    status: 409,
    zh: '这份报告的期限已定，是否逾期按期限计算，不由人裁定。',
    en: 'The report has a time: whether it is late, the clock says and nobody judges.',
  },
  'report.judged': {
    status: 409,
    zh: '这份报告已裁定过一次。',
    en: 'The report was judged already.',
  },
  'report.costsNothing': {
    status: 409,
    zh: '制度未规定这种报告迟交的罚款。',
    en: 'The rulebook names no fine for a late report of this kind.',
  },
  'report.nobodys': {
    status: 409,
    zh: '当时没有唯一的责任人，不能计到某一个人。',
    en: 'Nobody alone owed it then, so that it cannot be put on one.',
  },
  'report.notOwed': {
    status: 409,
    zh: '这份报告已撤回或不应提交。',
    en: 'The report was withdrawn, or was not owed.',
  },
  'report.notAsked': {
    status: 409,
    zh: '此人的岗位或适用制度不要求这种报告。',
    en: 'Neither the post nor the rulebooks of this person ask for such a report.',
  },
  'report.askedOfOneself': { status: 422, zh: '不能向本人要求报告。', en: 'Nobody asks themselves for a report.' },
  'report.dayGone': { status: 422, zh: '期限不能早于今天。', en: 'The day by which it is wanted is gone already.' },
} as const satisfies ProblemTexts
