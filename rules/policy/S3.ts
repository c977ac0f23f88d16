import { evaluationParameters } from '../evaluation/programmes.ts'
import { evaluationS3 } from '../evaluation/S3.ts'
import { ladderParameters, measureParameters } from '../measure/parameters.ts'
import { departmentReportParameters, headReportParameters } from '../report/parameters.ts'
import type { Policy } from './parameter.ts'

export const S3: Policy = {
  id: 'S3',
  title: { zh: '技术服务部工作制度', en: 'Technical service department: working rules' },
  topics: ['report', 'evaluation'],
  boundTo: 'company',
  parameters: {
    ...departmentReportParameters,
    ...headReportParameters,
    ...evaluationParameters(evaluationS3),
    ...measureParameters('S3'),
    ...ladderParameters,
  },
}
