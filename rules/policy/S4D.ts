import { statementParameters } from '../attendance/statement.ts'
import { residentParameters } from '../staffChange/parameters.ts'
import type { Policy } from './parameter.ts'

/**
 * Resident staff in projects of a technology department. The text breaks off after the application, so the length of
 * the handover is a blank, and what is handed over is the house's rule.
 */
export const S4D: Policy = {
  id: 'S4-D',
  title: { zh: '驻场人员管理（技术部门项目）', en: 'Resident staff, projects of a technology department' },
  topics: ['staffChange', 'attendance'],
  boundTo: null,
  parameters: {
    ...statementParameters('S4-D-2.5a'),
    ...residentParameters({
      hours: { clause: 'S4-D-2.1', shifts: 'D' },
      notice: { clause: 'S4-D-3.1', to: ['clientTechnology', 'clientSupervision'] },
      application: {
        clause: 'S4-D-3.2',
        approvers: ['clientTechnology', 'clientSupervision'],
        enclosures: ['certificates'],
      },
      handover: { clause: 'S4-D-3.2', workingDays: null },
      deliverables: { clause: null },
    }),
  },
}
