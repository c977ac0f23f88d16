import type { ProblemTexts } from '../problem.ts'

export const serviceTaskProblems = {
  'serviceTask.noticeIncomplete': {
    status: 422,
    zh: '服务通知单缺少：{missing}。',
    en: 'The service notice lacks: {missing}.',
  },
  'serviceTask.noGround': {
    status: 422,
    zh: '服务总监签发须注明：总经理不在，或直接签发。',
    en: "The service director's signature has to say: the general manager is away, or directly.",
  },
  'serviceTask.notEngineer': {
    status: 422,
    zh: '此人目前不是服务工程师。',
    en: 'This person is not a service engineer at present.',
  },
  'serviceTask.sameEngineer': { status: 409, zh: '任务已由此人承担。', en: 'This person has the task already.' },
  'serviceTask.ownMatter': {
    status: 403,
    zh: '不能审批自己承担的任务。',
    en: 'Nobody decides on a task of their own.',
  },
  'serviceTask.noAdvance': {
    status: 409,
    zh: '责任书出差前部分尚未填全并获批，不能预支差旅费；还缺：{missing}。',
    en: 'No advance before the pre-trip part of the form is complete and approved; still missing: {missing}.',
  },
  'serviceTask.advanceRemote': {
    status: 409,
    zh: '远程任务不出差，无须预支差旅费。',
    en: 'A remote task has no trip, so there is nothing to advance.',
  },
  'serviceTask.noTrip': {
    status: 409,
    zh: '现场不明或无方案，不得出差；还缺：{missing}。',
    en: 'No trip with the site unknown or without a solution; still missing: {missing}.',
  },
  'serviceTask.planNotApproved': {
    status: 409,
    zh: '出差计划尚未获主管批准。',
    en: 'The supervisor has not approved the travel plan.',
  },
  'serviceTask.toolsMissing': {
    status: 422,
    zh: '无论何种服务都须携带：{missing}。',
    en: 'Always to be carried, whatever the service: {missing}.',
  },
  'serviceTask.travelMissing': {
    status: 422,
    zh: '上门任务须填写出差计划。',
    en: 'A task on site needs a travel plan.',
  },
  'serviceTask.estimatePassed': {
    status: 409,
    zh: '预计完成时间已过，不能再定或再改。',
    en: 'This estimate has passed; it can be neither set nor changed any more.',
  },
  'serviceTask.noRevision': {
    status: 409,
    zh: '没有待审批的预计时间变更。',
    en: 'No change of the estimate waits for a decision.',
  },
  'serviceTask.notArrived': {
    status: 409,
    zh: '尚未抵达现场，不能办理此步骤。',
    en: 'Not on site yet, so this step cannot be taken.',
  },
  'serviceTask.returnNotAgreed': {
    status: 409,
    zh: '公司尚未同意返程，不得返回。',
    en: 'The company has not agreed to the return yet.',
  },
  'serviceTask.notSigned': {
    status: 409,
    zh: '该任务没有客户签字记录。',
    en: 'No signature of the customer is recorded for this task.',
  },
  'serviceTask.nothingProvisional': {
    status: 409,
    zh: '没有待确认的完成时间。',
    en: 'No time of completion waits to be confirmed.',
  },
  'serviceTask.notReturned': {
    status: 409,
    zh: '工程师返回后公司方可补签。',
    en: 'The company signs once the engineer has returned.',
  },
  'serviceTask.notOnSite': {
    status: 409,
    zh: '只有在现场服务期间才能增加任务。',
    en: 'A task can be added only during a service on site.',
  },
} as const satisfies ProblemTexts
