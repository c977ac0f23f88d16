import { departmentReportParameters } from '../report/parameters.ts'
import type { Policy } from './parameter.ts'

export const S3: Policy = {
  id: 'S3',
  title: { zh: '技术服务部工作制度', en: 'Technical service department: working rules' },
  topics: ['report'],
  boundTo: 'company',
  parameters: { ...departmentReportParameters },
}
