import type { ProblemTexts } from '../problem.ts'

export const incidentProblems = {
  'incident.notYours': {
    status: 403,
    zh: '须由第一知情人或有权代办者办理。',
    en: 'This is for the first person to know, or somebody who may act for them.',
  },
  'incident.notThatRole': {
    status: 422,
    zh: '此人当时不担任该岗位，也不是其缺勤时的代理人。',
    en: 'This person neither held that role at the time nor stood in for an absent holder.',
  },
  'incident.whichOne': {
    status: 422,
    zh: '该岗位当时不是恰好一人，请指明联系到的是谁。',
    en: 'Not exactly one person answered for that role then; say who was reached.',
  },
  'incident.reportEmpty': {
    status: 422,
    zh: '第一份报告须有标题和正文。',
    en: 'The first report needs a subject and a text.',
  },
  'incident.reportOnItsWay': {
    status: 409,
    zh: '报告已提交，正在发送；未送达前不必重复提交。',
    en: 'The report is on its way already; there is no need to submit it again.',
  },
  'incident.nobodyToMail': {
    status: 409,
    zh: '所选岗位无人可收邮件：请先登记人员及其邮箱。',
    en: 'Nobody in these roles has a mailbox: enter the person and the address first.',
  },
  'incident.noDelivery': { status: 404, zh: '没有这次投递。', en: 'There is no such delivery.' },
  'incident.bouncedAlready': {
    status: 409,
    zh: '这次投递已记为退信。',
    en: 'This delivery is marked as bounced already.',
  },
  'incident.mergedAlready': {
    status: 409,
    zh: '该事故已并入另一事故。',
    en: 'This incident is merged into another already.',
  },
  'incident.mergeSelf': { status: 422, zh: '事故不能并入自身。', en: 'An incident cannot be merged into itself.' },
  'incident.flagsHeld': {
    status: 409,
    zh: '没有变化：这些性质本已如此。',
    en: 'Nothing changes: these flags stand so already.',
  },
  'incident.flagsNone': {
    status: 422,
    zh: '降级后须至少保留一项性质；不属事故的请撤回。',
    en: 'At least one flag has to remain; withdraw what is no incident.',
  },
} as const satisfies ProblemTexts
