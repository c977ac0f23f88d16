import type { Text } from '../text.ts'

/** What people call the promises of a service task, in the order in which they are owed. */
export const serviceTaskPromises = {
  sign: { zh: '签发服务通知单', en: 'Sign the service notice' },
  assign: { zh: '开责任书并派工', en: 'Open the responsibility form and assign an engineer' },
  accept: { zh: '接受任务', en: 'Accept the task' },
  decideDecline: { zh: '裁定拒接申请', en: "Decide on the engineer's refusal" },
  clarify: { zh: '通知单提出人澄清现场情况', en: 'The issuer clarifies the site situation' },
  confirmSite: { zh: '与联系人确认现场情况', en: 'Confirm the site with the contact' },
  solve: { zh: '拟定解决方案', en: 'Draft the solution' },
  prepare: { zh: '准备工具、资料和备件', en: 'Prepare tools, documents and spare parts' },
  appoint: { zh: '与客户预约服务时间', en: 'Book the time of service with the customer' },
  plan: { zh: '提出计划和预计完成时间', en: 'Hand in the plan with the estimate' },
  approvePlan: { zh: '审批计划', en: 'Approve the plan' },
  complete: { zh: '按预计时间完成任务', en: 'Complete the task by the estimate' },
  depart: { zh: '出发', en: 'Set out' },
  arrive: { zh: '抵达目的地', en: 'Arrive at the destination' },
  callOnArrival: { zh: '抵达后联系客户', en: 'Call the customer on arrival' },
  record: { zh: '填写服务记录', en: 'Record the service' },
  rate: { zh: '客户评分并签字', en: 'The customer scores and signs' },
  decideSignature: { zh: '裁定客户签字缺失', en: "Decide on the missing customer's signature" },
  planReturn: { zh: '报告完工和返程规划', en: 'Report completion and the return plan' },
  agreeReturn: { zh: '同意返程', en: 'Agree to the return' },
  return: { zh: '返回', en: 'Return' },
  approveExtra: { zh: '公司补签增加任务的责任书', en: 'The company signs the form of the extra task' },
  confirm: { zh: '主管确认责任书', en: 'The supervisor confirms the form' },
  register: { zh: '销售内勤登记台账', en: 'The sales back office enters it in the ledger' },
} as const satisfies Record<string, Text>

export type ServiceTaskPromise = keyof typeof serviceTaskPromises

/** A promise and all that the story tells after it: what is owed once more when a task goes back to it. */
export function againFrom(promise: ServiceTaskPromise): ServiceTaskPromise[] {
  const told = Object.keys(serviceTaskPromises) as ServiceTaskPromise[]
  return told.slice(told.indexOf(promise))
}
