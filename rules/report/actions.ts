import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Reports: everybody sees those they owe; who leads sees their regions'. Only who owes one hands it in,
 * and only who it is owed to records that it came by another way. Who leads asks for data and reports. While a day is
 * blank the general manager judges what came late. */
export const reportActions = {
  'report.own': [...staffRoles],
  'report.oversee': [...leaders],
  'report.submit': [...staffRoles],
  'report.ask': [...leaders, 'provincialSupervisor', 'officeDirector'],
  'report.receive': [...leaders, 'provincialSupervisor', 'officeDirector'],
  'report.judge': ['companyGm'],
} as const satisfies Actions
