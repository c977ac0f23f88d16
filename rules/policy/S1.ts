import { chargeParameters } from '../equipment/charge.ts'
import { evaluationParameters } from '../evaluation/programmes.ts'
import { evaluationS1 } from '../evaluation/S1.ts'
import { repairParameters } from '../equipment/repair.ts'
import { measureParameters } from '../measure/parameters.ts'
import { repairRateParameters } from '../watch/repair.ts'
import type { Policy } from './parameter.ts'

export const S1: Policy = {
  id: 'S1',
  title: { zh: '弱电售后服务部制度', en: 'Low-voltage after-sales department rulebook' },
  topics: ['evaluation', 'charge', 'watch'],
  boundTo: 'company',
  parameters: {
    ...evaluationParameters(evaluationS1),
    ...measureParameters('S1'),
    ...chargeParameters,
    ...repairParameters,
    ...repairRateParameters,
  },
}
