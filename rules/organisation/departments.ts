import type { ClauseId } from '../clauses/index.ts'
import type { Role } from '../roles.ts'
import type { Text } from '../text.ts'

/** A part of an organisation, with the posts that its rulebook lists for it. */
export interface Department {
  id: string
  title: Text
  clause: ClauseId
  /** In the order of the text, the highest first. */
  posts: readonly Role[]
}

/** The rulebooks that lay down an organisation. */
export type Chart = 'S1' | 'S2'

/** The parts of each organisation. S1 lists groups, not posts: whose work they do is read from their tasks. */
export const departments: Readonly<Record<Chart, readonly Department[]>> = {
  S1: [
    { id: 'afterSales', title: { zh: '售后部', en: 'After-sales' }, clause: 'S1-2.1', posts: ['afterSalesManager'] },
    {
      id: 'technicalSupportGroup',
      title: { zh: '技术支持组', en: 'Technical support group' },
      clause: 'S1-2.1',
      posts: ['technicalSupportEngineer'],
    },
    { id: 'repairGroup', title: { zh: '维修服务组', en: 'Repair group' }, clause: 'S1-2.1', posts: ['engineer'] },
    {
      id: 'customerServiceGroup',
      title: { zh: '客户服务组', en: 'Customer service group' },
      clause: 'S1-2.1',
      posts: ['callTaker'],
    },
  ],
  S2: [
    {
      id: 'centre',
      title: { zh: '客户服务中心', en: 'Service centre' },
      clause: 'S2-T2-1',
      posts: ['centreGm', 'centreDeputyGm'],
    },
    {
      id: 'technicalService',
      title: { zh: '技术服务部', en: 'Technical service' },
      clause: 'S2-T2-1.1',
      posts: [
        'technicalServiceManager',
        'technicalServiceDeputyManager',
        'regionalManager',
        'provincialSupervisor',
        'engineer',
      ],
    },
    {
      id: 'technicalSupport',
      title: { zh: '技术支持部', en: 'Technical support' },
      clause: 'S2-T2-1.2',
      posts: ['technicalSupportManager', 'technicalSupportEngineer'],
    },
    {
      id: 'projects',
      title: { zh: '项目部', en: 'Projects' },
      clause: 'S2-T2-1.3',
      posts: ['projectDepartmentManager', 'projectManager', 'projectEngineer'],
    },
  ],
}
