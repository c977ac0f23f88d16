import { conductParameters } from '../conduct/items.ts'
import { evaluationParameters, programmeOf } from '../evaluation/programmes.ts'
import { measureParameters } from '../measure/parameters.ts'
import { staffReportParameters } from '../report/parameters.ts'
import type { Text } from '../text.ts'
import { leaveParameters } from '../watch/leave.ts'
import type { Policy } from './parameter.ts'

/** A rulebook of after-sales or resident staff that evaluates them; bound by hand to the projects it is written for. */
function evaluating(id: string, title: Text): Policy {
  return {
    id,
    title,
    topics: id in staffReportParameters ? ['evaluation', 'report'] : ['evaluation'],
    boundTo: null,
    readBy: 'staff',
    parameters: { ...evaluationParameters(programmeOf(id)!), ...measureParameters(id), ...staffReportParameters[id] },
  }
}

/** A rulebook that is about reports only. */
function reporting(id: string, title: Text): Policy {
  return { id, title, topics: ['report'], boundTo: null, parameters: staffReportParameters[id]! }
}

/** The rulebooks of S4 that say how people are evaluated, and the one of conduct points. */
export const staffRulebooks: readonly Policy[] = [
  reporting('S4-A', { zh: '项目人员驻场方案', en: 'Plan for posting project staff on site' }),
  reporting('S4-I', { zh: '驻场工作人员管理办法', en: 'Measures for resident staff' }),
  evaluating('S4-C', { zh: '售后服务人员管理', en: 'Management of after-sales staff' }),
  evaluating('S4-E', { zh: '售后人员规章', en: 'Rules for after-sales staff' }),
  {
    id: 'S4-F',
    title: { zh: '项目驻场人员考勤', en: 'Attendance of resident project staff' },
    topics: ['attendance'],
    boundTo: null,
    readBy: 'staff',
    parameters: leaveParameters,
  },
  evaluating('S4-G', { zh: '服务公司驻场人员管理', en: 'Resident staff of a service company' }),
  evaluating('S4-J', { zh: '售后人员规章（二十六条）', en: 'Rules for after-sales staff, 26 articles' }),
  evaluating('S4-K', { zh: '驻场服务管理', en: 'Management of on-site service' }),
  evaluating('S4-L', { zh: '售后员工管理', en: 'Management of after-sales employees' }),
  evaluating('S4-M', { zh: '售后人员工作规定', en: 'Working rules for after-sales staff' }),
  {
    id: 'S4-Q',
    title: { zh: '驻场人员行为积分', en: 'Conduct points of resident staff' },
    topics: ['conduct'],
    boundTo: null,
    readBy: 'staff',
    parameters: conductParameters,
  },
]
