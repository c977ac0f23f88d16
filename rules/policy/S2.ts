import { callParameters } from '../call/parameters.ts'
import { incidentParameters } from '../incident/parameters.ts'
import { penaltyParameters } from '../penalty/parameters.ts'
import { reimbursementParameters } from '../reimbursement/block.ts'
import { centreReportParameters } from '../report/parameters.ts'
import { orderParameters } from '../watch/order.ts'
import { trainingParameters } from '../watch/training.ts'
import type { Policy } from './parameter.ts'

export const S2: Policy = {
  id: 'S2',
  title: { zh: '客户服务中心管理制度', en: 'Customer service centre rulebook' },
  topics: ['serviceResponse', 'report', 'watch'],
  boundTo: 'company',
  parameters: {
    ...callParameters,
    ...incidentParameters,
    ...penaltyParameters,
    ...reimbursementParameters,
    ...centreReportParameters,
    ...trainingParameters,
    ...orderParameters,
  },
}
