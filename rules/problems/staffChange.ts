import type { ProblemTexts } from '../problem.ts'

export const staffChangeProblems = {
  'staffChange.unknown': { status: 404, zh: '没有这项人员变更。', en: 'There is no such staff change.' },
  'staffChange.noPolicy': {
    status: 422,
    zh: '该项目未绑定人员变更制度，请先绑定。',
    en: 'No rulebook on staff changes is bound to this project; bind one first.',
  },
  'staffChange.samePerson': {
    status: 422,
    zh: '接替者不能是离场者本人。',
    en: 'The successor has to be somebody else than the person who leaves.',
  },
  'staffChange.openAlready': {
    status: 409,
    zh: '此人已有一项未完成的人员变更，以先提出者为准。',
    en: 'A change of this person is under way already; the first one stands.',
  },
  'staffChange.noReplacementRule': {
    status: 422,
    zh: '该项目所绑定的制度没有“应要求更换”的规定。',
    en: 'The rulebook bound to this project has no replacement on demand.',
  },
  'staffChange.datesCannotHold': {
    status: 422,
    zh: '所填日期不能同时成立，见各项；要保留日期，须请甲方豁免对应的承诺。',
    en: 'These dates cannot all hold, see each item; to keep them, ask the client to waive just those promises.',
  },
  'staffChange.planBeforeStart': {
    status: 422,
    zh: '不能早于变更发起之日；此前已办理的，请如实填写发起时间。',
    en: 'It cannot come before the day the change began; if it did, enter the time the change began.',
  },
  'staffChange.noticeTooLate': {
    status: 422,
    zh: '通知须不晚于 {latest}；{planned} 通知，变动最早 {earliest}。',
    en: 'Notice by {latest} at the latest; given on {planned}, the change is on {earliest} at the earliest.',
  },
  'staffChange.leadTimeTooShort': {
    status: 422,
    zh: '申请须不晚于 {latest}；{planned} 申请，变动最早 {earliest}。',
    en: 'Application by {latest} at the latest; made on {planned}, the change is on {earliest} at the earliest.',
  },
  'staffChange.handoverDoesNotFit': {
    status: 422,
    zh: '交接须不晚于 {latest} 开始；{planned} 开始，接替者最早 {earliest} 到岗。',
    en: 'The handover begins by {latest} at the latest; begun on {planned}, the new person takes over on {earliest} at the earliest.',
  },
  'staffChange.replacementTooLate': {
    status: 422,
    zh: '更换须在 {latest} 前（含当日）完成，按计划 {planned} 才完成；交接最晚 {earliest} 开始。',
    en: 'The replacement is complete by {latest}; as planned it would be on {planned}. The handover begins on {earliest} at the latest.',
  },
  'staffChange.startsTooEarly': {
    status: 422,
    zh: '交接不能早于申请（{latest}）；最早 {earliest} 开始。',
    en: 'The handover cannot begin before the application of {latest}; it begins on {earliest} at the earliest.',
  },
  'staffChange.outOfOrder': {
    status: 422,
    zh: '不能早于“{first}”（{at}）。',
    en: 'It cannot have come before “{first}”, which was at {at}.',
  },
  'staffChange.enclosuresMissing': {
    status: 422,
    zh: '申请还缺：{missing}。',
    en: 'The application still lacks: {missing}.',
  },
  'staffChange.noSuccessor': {
    status: 422,
    zh: '申请须指明接替者。',
    en: 'The application has to name the successor.',
  },
  'staffChange.handoverTooShort': {
    status: 409,
    zh: '今天是交接{day}，至少 {days} 个工作日，最早 {earliest} 完成。',
    en: 'This is the {day} of the handover; it lasts at least {days} working days, until {earliest} at the earliest.',
  },
  'staffChange.deliverablesMissing': {
    status: 409,
    zh: '交接还缺：{missing}。',
    en: 'The handover still lacks: {missing}.',
  },
  'staffChange.handoverIsHard': {
    status: 422,
    zh: '应甲方要求更换时，交接不得缩短。',
    en: 'The handover of a replacement on demand cannot be shortened.',
  },
  'staffChange.handoverUnset': {
    status: 422,
    zh: '制度未写明交接时长，无需同意缩短。',
    en: 'The rulebook leaves the length of the handover blank; there is nothing to shorten.',
  },
  'staffChange.notShorter': {
    status: 422,
    zh: '同意的交接时长须为 1 至 {max} 个工作日。',
    en: 'Consent is to a handover of 1 to {max} working days.',
  },
  'staffChange.notYourDecision': {
    status: 403,
    zh: '此事由“{roles}”决定。',
    en: 'This is for {roles} to decide.',
  },
  'staffChange.paperMissing': {
    status: 422,
    zh: '代录甲方书面意见时，须指明部门并附上签字文件。',
    en: 'Entering what a client body decided on paper takes the body and the signed paper.',
  },
  'staffChange.waiverTooLate': {
    status: 409,
    zh: '期限已过（{due}），不能再豁免。',
    en: 'It was due at {due}; what is past cannot be waived any more.',
  },
  'staffChange.waivedAlready': { status: 409, zh: '该承诺已豁免。', en: 'This promise is waived already.' },
  'staffChange.notWaivable': { status: 422, zh: '此项变更没有该承诺。', en: 'This change does not owe that promise.' },
  'staffChange.notConfirmed': {
    status: 409,
    zh: '须先提交工作交接确认表，方可现场测试。',
    en: 'The test on site comes after the confirmation form.',
  },
  'project.unknown': { status: 404, zh: '没有这个项目。', en: 'There is no such project.' },
  'project.memberKind': {
    status: 422,
    zh: '项目成员须为甲方或承包方人员。',
    en: 'Members of a project are people of the client or the contractor.',
  },
  'policy.unknown': { status: 422, zh: '没有这部制度。', en: 'There is no such rulebook.' },
  'policy.wrongTopic': {
    status: 422,
    zh: '这部制度没有该主题，可选：{topics}。',
    en: 'This rulebook has no such topic; it has {topics}.',
  },
  'policy.boundAlready': {
    status: 409,
    zh: '同一主题在此期间已绑定 {policy}。',
    en: 'For this topic and time {policy} is bound already.',
  },
  'policy.noScopeId': {
    status: 422,
    zh: '全公司适用的绑定不指明对象。',
    en: 'A binding for the whole company names nobody.',
  },
  'policy.bindingUnknown': { status: 404, zh: '没有这条绑定。', en: 'There is no such binding.' },
} as const satisfies ProblemTexts
