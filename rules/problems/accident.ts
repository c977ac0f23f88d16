import type { ProblemTexts } from '../problem.ts'

export const accidentProblems = {
  'accident.noClass': {
    status: 422,
    zh: '所列事由既不构成 I 类也不构成 II 类事故。',
    en: 'By these grounds it is neither a Class I nor a Class II accident.',
  },
  'accident.notAnEngineer': {
    status: 422,
    zh: '此人当时不是服务工程师。',
    en: 'This person was not a service engineer then.',
  },
  'accident.sameFact': {
    status: 409,
    zh: '该工程师 {at} 的事故已有记录。一事一案：请在该事故中补记事由；如确为另一事实，请注明。',
    en: 'An accident of this engineer of {at} is on record. One fact is one accident: add the ground there, or say that it is another fact.',
  },
  'accident.groundUnknown': { status: 404, zh: '该事故没有这条事由。', en: 'The accident has no such ground.' },
  'accident.groundDropped': {
    status: 409,
    zh: '这条事由已认定不成立。',
    en: 'This ground was found to be untrue already.',
  },
  'accident.concerned': {
    status: 403,
    zh: '当事工程师和因此受罚的主管不能认定事由不成立、更正时间或裁定通报。',
    en: 'Neither the engineer nor the supervisor who pays for it drops a ground, corrects the time or judges the bulletin.',
  },
  'accident.bulletinHasTime': {
    status: 409,
    zh: '通报期限已定，是否逾期按期限计算，不由人裁定。',
    en: 'The bulletin has a time by now: whether it is late, the clock says and nobody judges.',
  },
  'accident.notResolved': {
    status: 409,
    zh: '事故尚未解决，通报还未到时候。',
    en: 'The accident is not resolved; it is too early for a bulletin.',
  },
  'accident.noSupervisor': {
    status: 409,
    zh: '当时没有唯一的主管，不能计到某一个人。',
    en: 'Nobody alone was the supervisor then, so that it cannot be put on one.',
  },
  'accident.bulletinJudged': {
    status: 409,
    zh: '该事故的通报已裁定过一次。',
    en: 'The bulletin of this accident was judged already.',
  },
  'accident.withdrawn': {
    status: 409,
    zh: '该记录已撤回；如有新的事由请另行记录。',
    en: 'This record was withdrawn; record a new ground as an accident of its own.',
  },
  'accident.ownMatter': {
    status: 403,
    zh: '主管不能处理本人为当事人的事故。',
    en: 'Nobody leads the handling of an accident of their own.',
  },
} as const satisfies ProblemTexts
