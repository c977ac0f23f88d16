import type { Actions } from '../permissions.ts'
import { leaders, type Role } from '../roles.ts'

/** The client's bodies and the contractor's project managers: they see the projects they are members of, nothing else. */
export const projectRoles = [
  'clientTechnology',
  'clientSupervision',
  'clientInformation',
  'clientHr',
  'contractorPm',
] as const satisfies readonly Role[]

/** The client's bodies alone. */
export const clientRoles = projectRoles.filter((role) => role !== 'contractorPm')

/** Who does what about a change of resident staff; which body decides which promise, the policy's terms say. */
export const staffChangeActions = {
  'staffChange.read': [...leaders, 'officeDirector', 'hrSpecialist', ...projectRoles],
  'staffChange.start': ['hrSpecialist', 'contractorPm'],
  'staffChange.check': ['clientInformation', 'hrSpecialist', 'contractorPm'],
  /** HR enters a demand that came on paper. */
  'staffChange.demand': ['clientInformation', 'hrSpecialist'],
  'staffChange.conduct': ['hrSpecialist', 'contractorPm'],
  'staffChange.handOver': ['hrSpecialist', 'contractorPm', 'engineer', 'technicalSupportEngineer'],
  /** HR enters what a client body decided on paper; the signed paper goes with it. */
  'staffChange.decide': ['hrSpecialist', ...clientRoles],
  'project.readMembers': [...leaders, 'hrSpecialist', 'admin'],
  'project.editMembers': ['admin', 'hrSpecialist', 'centreGm'],
  'policy.bind': ['admin', 'hrSpecialist', 'companyGm', 'centreGm'],
  'policy.bindCompany': ['admin', 'companyGm', 'centreGm'],
  'policy.readBlanks': [...leaders, 'hrSpecialist', 'admin'],
} as const satisfies Actions
