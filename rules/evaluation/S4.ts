import type { Criterion, Programme } from './programme.ts'
import { PLAIN_GRADES } from './S3.ts'

type Given = Pick<Programme, 'id' | 'label' | 'clause'> &
  Partial<Programme> & { looksAt: readonly [Criterion, ...Criterion[]] }

/** The rulebooks of S4 state neither interval nor grades; who "the company" is, the house says. */
function programme({ looksAt, ...given }: Given): Programme {
  return {
    months: null,
    assessor: 'afterSalesManager',
    assessorClause: null,
    subjects: ['engineer', 'technicalSupportEngineer', 'projectEngineer', 'residentSupervisor'],
    gradeClause: null,
    grades: PLAIN_GRADES,
    criteria: { regular: looksAt },
    ...given,
  }
}

export const evaluationsS4: readonly Programme[] = [
  programme({
    id: 'S4-C',
    label: { zh: '售后服务人员检查评估', en: 'After-sales staff: checks and assessment' },
    clause: 'S4-C-4.1',
    assessorClause: 'S4-C-4.1',
    looksAt: [
      { id: 'work', clause: 'S4-C-4.1', label: { zh: '工作情况', en: 'Work' }, indicator: 'timeliness' },
      {
        id: 'problems',
        clause: 'S4-C-6.1',
        label: { zh: '问题及时解决', en: 'Problems solved in time' },
        indicator: 'resolution',
      },
    ],
  }),
  programme({
    id: 'S4-E',
    label: { zh: '售后人员业务考核', en: 'After-sales staff: training and assessment' },
    clause: 'S4-E-4',
    looksAt: [
      { id: 'training', clause: 'S4-E-4', label: { zh: '业务培训', en: 'Training' } },
      { id: 'work', clause: 'S4-E-4', label: { zh: '业务考核', en: 'Work' }, indicator: 'timeliness' },
    ],
  }),
  programme({
    id: 'S4-G',
    label: { zh: '驻场人员工作考核', en: 'Resident staff of a service company' },
    clause: 'S4-G-13',
    looksAt: [{ id: 'work', clause: 'S4-G-13', label: { zh: '工作表现', en: 'Work' }, indicator: 'timeliness' }],
  }),
  programme({
    id: 'S4-J',
    label: { zh: '售后人员绩效评定', en: 'After-sales staff: performance rating' },
    clause: 'S4-J-6',
    looksAt: [
      { id: 'work', clause: 'S4-J-6', label: { zh: '工作绩效', en: 'Work' }, indicator: 'timeliness' },
      { id: 'service', clause: 'S4-J-23', label: { zh: '服务表现', en: 'Service' }, indicator: 'resolution' },
      {
        id: 'customers',
        clause: 'S4-J-23',
        label: { zh: '客户评价', en: 'What customers say' },
        indicator: 'satisfaction',
      },
    ],
  }),
  programme({
    id: 'S4-K',
    label: { zh: '驻场服务质量评估', en: 'Resident service: quality control' },
    clause: 'S4-K-14',
    assessor: 'qualityControl',
    assessorClause: 'S4-K-13',
    targetClause: 'S4-K-17',
    looksAt: [
      {
        id: 'satisfaction',
        clause: 'S4-K-14',
        label: { zh: '客户满意度', en: 'Customer satisfaction' },
        indicator: 'satisfaction',
      },
      {
        id: 'responseTime',
        clause: 'S4-K-14',
        label: { zh: '服务响应时间', en: 'Response time' },
        indicator: 'responseTime',
      },
      {
        id: 'resolution',
        clause: 'S4-K-14',
        label: { zh: '问题解决', en: 'Problem solving' },
        indicator: 'resolution',
      },
    ],
  }),
  programme({
    id: 'S4-L',
    label: { zh: '售后员工考核', en: 'After-sales employees: assessment' },
    clause: 'S4-L-11',
    looksAt: [{ id: 'work', clause: 'S4-L-11', label: { zh: '工作表现', en: 'Work' }, indicator: 'timeliness' }],
  }),
  programme({
    id: 'S4-M',
    label: { zh: '售后人员定期考核', en: 'After-sales staff: regular assessment' },
    clause: 'S4-M-3',
    looksAt: [
      { id: 'performance', clause: 'S4-M-13', label: { zh: '工作表现', en: 'Performance' }, indicator: 'timeliness' },
      { id: 'quality', clause: 'S4-M-13', label: { zh: '服务质量', en: 'Quality' }, indicator: 'resolution' },
      {
        id: 'satisfaction',
        clause: 'S4-M-13',
        label: { zh: '客户满意度', en: 'Customer satisfaction' },
        indicator: 'satisfaction',
      },
    ],
  }),
]
