import { HOUR } from '../instant.ts'
import type { Parameter } from '../policy/parameter.ts'

/** The number and the unnumbered duties of the incident's clauses. "At once" has no number: the house target escalates. */
export const incidentParameters: Record<string, Parameter> = {
  'incident.phone': {
    clause: 'S2-3.3.5a',
    label: { zh: '质量事故立即电话告知四个岗位', en: 'Quality incident phoned to four roles' },
    unit: 'setting',
    value: 'prompt',
    choices: ['prompt'],
  },
  'incident.report': {
    clause: 'S2-3.3.5b',
    label: { zh: '书面报告邮件发出时限', en: 'Written report mailed within' },
    unit: 'ms',
    value: HOUR,
    combine: 'strictest',
  },
  'incident.massFault': {
    clause: 'S2-3.2.2.8',
    label: { zh: '国网大批量故障立即告知副总经理', en: 'Mass State Grid fault told to the deputy GM' },
    unit: 'setting',
    value: 'prompt',
    choices: ['prompt'],
  },
  'incident.track': {
    clause: 'S2-T2-3.3-6',
    label: { zh: '技术服务经理跟踪事故处理', en: 'Technical service manager tracks the handling' },
    unit: 'setting',
    value: 'noClock',
    choices: ['noClock'],
  },
  'incident.trackAsEngineer': {
    clause: 'S2-T2-3.11-6',
    label: { zh: '发现事故的工程师跟踪至完结', en: 'The engineer who found it tracks it to the end' },
    unit: 'setting',
    value: 'noClock',
    choices: ['noClock'],
  },
}
