import type { Role } from '../roles.ts'
import { statementParameters } from '../attendance/statement.ts'
import { residentParameters } from '../staffChange/parameters.ts'
import type { Policy } from './parameter.ts'

/** Clauses of one print of the rulebook of resident operation staff. */
interface Print {
  hours: string
  notice: string
  application: string
  handover: string
  statement: string
}

/** The rulebook N as one of its prints cites it; the figures are the same in all three. */
export function printOfN({ hours, notice, application, handover, statement }: Print) {
  const approvers: Role[] = ['clientInformation']
  const change = residentParameters({
    hours: { clause: hours, shifts: 'N' },
    notice: { clause: notice, to: ['clientInformation', 'clientHr'] },
    application: { clause: application, approvers, enclosures: ['certificates', 'resume'] },
    handover: { clause: handover, workingDays: 10 },
    deliverables: { clause: handover },
  })
  return { ...change, ...statementParameters(statement) }
}

/** Resident operation staff. */
export const S4N: Policy = {
  id: 'S4-N',
  title: { zh: '驻场运维人员管理', en: 'Resident operation staff' },
  topics: ['staffChange', 'attendance'],
  boundTo: null,
  parameters: printOfN({
    hours: 'S4-N-2.1',
    notice: 'S4-N-3.1',
    application: 'S4-N-3.2',
    handover: 'S4-N-3.3',
    statement: 'S4-N-2.5a',
  }),
}

/** The second print of N. */
export const S4O: Policy = {
  id: 'S4-O',
  title: { zh: '驻场运维人员管理（第二版本）', en: 'Resident operation staff, second print' },
  topics: ['staffChange', 'attendance'],
  boundTo: null,
  parameters: printOfN({
    hours: 'S4-O-2.1',
    notice: 'S4-O-3.1',
    application: 'S4-O-3.2',
    handover: 'S4-O-3.3',
    statement: 'S4-O-2.5a',
  }),
}
