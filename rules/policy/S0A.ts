import { accidentParameters } from '../accident/parameters.ts'
import { assessmentParameters } from '../assessment/parameters.ts'
import { payParameters } from '../pay/parameters.ts'
import { reportParameters } from '../report/parameters.ts'
import { serviceTaskParameters } from '../serviceTask/parameters.ts'
import { windowParameters } from '../window/parameters.ts'
import type { Policy } from './parameter.ts'

export const S0A: Policy = {
  id: 'S0A',
  title: { zh: '技术服务部管理制度', en: 'Technical service department rulebook' },
  topics: ['serviceTask', 'discipline', 'report', 'assessment'],
  boundTo: 'company',
  parameters: {
    ...serviceTaskParameters,
    ...reportParameters,
    ...assessmentParameters,
    ...accidentParameters,
    ...windowParameters,
    ...payParameters,
  },
}
