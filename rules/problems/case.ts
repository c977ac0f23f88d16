import type { ProblemTexts } from '../problem.ts'

export const caseProblems = {
  'case.unknown': { status: 404, zh: '没有这个事项。', en: 'There is no such case.' },
  'case.closed': {
    status: 409,
    zh: '该事项已结束，不能再办理。',
    en: 'This case has ended; nothing can be done on it any more.',
  },
  'case.notYet': {
    status: 409,
    zh: '还不到这一步：须先完成“{first}”。',
    en: 'Not yet: “{first}” comes first.',
  },
  'case.settledAlready': {
    status: 409,
    zh: '这一步已办结，以先完成者为准。',
    en: 'This step is settled already; whoever was first stands.',
  },
  'case.notOwed': { status: 409, zh: '该事项无须此步骤。', en: 'This case does not owe that step.' },
  'case.notYours': {
    status: 403,
    zh: '这一步由他人承担，您不能代办。',
    en: 'Somebody else bears this step; you cannot do it for them.',
  },
  'case.withdrawnApart': {
    status: 409,
    zh: '该事项牵涉罚款或总经理决定，不能整体撤回，请在其所属页面办理。',
    en: 'A fine or a decision hangs on this case; it is not withdrawn as a whole but settled where it belongs.',
  },
  'fact.future': { status: 422, zh: '发生时间不能晚于现在。', en: 'It cannot have happened in the future.' },
  'fact.beforeCase': {
    status: 422,
    zh: '发生时间早于事项开始。',
    en: 'It cannot have happened before the case began.',
  },
  'fact.correctedApart': {
    status: 409,
    zh: '这类记录须在其所属事项中更正。',
    en: 'A record of this kind is corrected where it belongs, with what hangs on it.',
  },
  'fact.ownClaim': {
    status: 403,
    zh: '自己申报的时间须由他人确认或更正。',
    en: 'A time you claimed yourself is for somebody else to confirm or correct.',
  },
  'fact.unknown': { status: 404, zh: '没有这条记录。', en: 'There is no such record.' },
} as const satisfies ProblemTexts
