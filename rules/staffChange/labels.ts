import type { Enclosure } from './parameters.ts'
import type { Text } from '../text.ts'

/** What people call the promises of a staff change. */
export const staffChangePromises: Record<string, Text> = {
  replace: { zh: '按要求完成人员更换', en: 'Complete the replacement demanded' },
  consent: { zh: '答复豁免请求', en: 'Decide on the waiver asked for' },
  notice: { zh: '提前通知人员变动', en: 'Give notice of the change' },
  leadTime: { zh: '提前提交变更申请', en: 'Apply far enough ahead' },
  apply: { zh: '提交变更申请及材料', en: 'Apply, with the papers' },
  approve: { zh: '审批变更申请', en: 'Approve the application' },
  trial: { zh: '接替者开始试用', en: 'Begin the successor’s trial' },
  start: { zh: '开始工作交接', en: 'Begin the handover' },
  documents: { zh: '移交运维文档', en: 'Hand over the documents' },
  situationReport: { zh: '提交情况报告', en: 'Give the situation report' },
  onSiteTraining: { zh: '完成现场培训', en: 'Train the successor on site' },
  handOver: { zh: '完成工作交接', en: 'Complete the handover' },
  confirm: { zh: '提交工作交接确认表', en: 'Submit the confirmation form' },
}

/** What people call the papers of an application. */
export const enclosureLabels: Record<Enclosure, Text> = {
  certificates: { zh: '资质证书', en: 'qualification certificates' },
  resume: { zh: '简历', en: 'résumé' },
}
