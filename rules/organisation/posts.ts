import type { ClauseId } from '../clauses/index.ts'
import type { Role } from '../roles.ts'
import type { Text } from '../text.ts'
import type { Chart } from './departments.ts'

/** A post as its rulebook places it in the line. */
export interface Post {
  role: Role
  chart: Chart
  clause: ClauseId
  /** Any one of whom its holder may report to. Empty: the text names nobody. */
  superiors: readonly Role[]
  /** The direct subordinates as the post's own text names them. */
  subordinates: readonly Role[]
  /** Where the text contradicts another one, and how it is read here. */
  remark?: Text
}

const S2 = (
  role: Role,
  clause: ClauseId,
  superiors: readonly Role[],
  subordinates: readonly Role[] = [],
  remark?: Text,
): Post => ({ role, chart: 'S2', clause, superiors, subordinates, ...(remark && { remark }) })

/** Of S1 the text says only that there is one manager over three groups, so their members report to him (S1-2.1). */
const S1 = (role: Role, superiors: readonly Role[], subordinates: readonly Role[] = []): Post => ({
  role,
  chart: 'S1',
  clause: 'S1-2.1',
  superiors,
  subordinates,
})

/** Every post of S1 and S2, the highest first. */
export const posts: readonly Post[] = [
  S1('afterSalesManager', [], ['technicalSupportEngineer', 'engineer', 'callTaker']),
  S1('technicalSupportEngineer', ['afterSalesManager']),
  S1('engineer', ['afterSalesManager']),
  S1('callTaker', ['afterSalesManager']),

  S2('centreGm', 'S2-T2-3.1-0', ['companyGm', 'viceGm'], ['centreDeputyGm']),
  S2(
    'centreDeputyGm',
    'S2-T2-3.2-0',
    ['centreGm'],
    ['technicalServiceManager', 'technicalSupportManager', 'projectDepartmentManager'],
    {
      zh: '直接下级中未列人事专员，而人事专员的直接上级是副总经理（S2-T2-3.8-0）：以人事专员的条款为准。',
      en: 'Does not list the HR specialist, who reports to this post by S2-T2-3.8-0: that clause is followed.',
    },
  ),
  S2(
    'technicalServiceManager',
    'S2-T2-3.3-0',
    ['centreDeputyGm'],
    ['technicalServiceDeputyManager', 'regionalManager'],
  ),
  S2('technicalServiceDeputyManager', 'S2-T2-3.6-0', ['technicalServiceManager'], ['regionalManager']),
  S2(
    'regionalManager',
    'S2-T2-3.9-0',
    ['technicalServiceManager', 'technicalServiceDeputyManager'],
    ['provincialSupervisor'],
    {
      zh: '原文所写的直接上级“技术服务部总经理”并无此岗位：读作部门经理或副经理（S2-T2-3.3-0、S2-T2-3.6-0）。',
      en: 'The superior as printed, a general manager of technical service, is no post: read as the manager or the deputy manager (S2-T2-3.3-0, S2-T2-3.6-0).',
    },
  ),
  S2('provincialSupervisor', 'S2-T2-3.10-0', ['regionalManager'], ['engineer']),
  S2('engineer', 'S2-T2-3.11-0', ['provincialSupervisor']),
  S2('technicalSupportManager', 'S2-T2-3.4-0', ['centreDeputyGm'], ['technicalSupportEngineer'], {
    zh: '直接下级中未列坐席工程师，而其直接上级是本岗位（S2-T2-3.13-0）：以坐席工程师的条款为准。',
    en: 'Does not list the seat engineer, who reports to this post by S2-T2-3.13-0: that clause is followed.',
  }),
  S2('technicalSupportEngineer', 'S2-T2-3.12-0', ['technicalSupportManager']),
  S2('seatEngineer', 'S2-T2-3.13-0', ['technicalSupportManager'], [], {
    zh: '部门编制（S2-T2-1.2）中没有此岗位，按其岗位说明设置。',
    en: 'The list of the department (S2-T2-1.2) lacks this post; it stands by its own description.',
  }),
  S2('projectDepartmentManager', 'S2-T2-3.5-0', ['centreDeputyGm'], ['projectManager']),
  S2('projectManager', 'S2-T2-3.7-0', ['projectDepartmentManager']),
  S2('projectEngineer', 'S2-T2-1.3', [], [], {
    zh: '有编制而无岗位说明，直接上级未写明。',
    en: 'Listed without a description, so no superior is named.',
  }),
  S2('hrSpecialist', 'S2-T2-3.8-0', ['centreDeputyGm']),
]

/** The places of a role in the line, one for each rulebook that has the post. */
export const postsOf = (role: Role): readonly Post[] => posts.filter((post) => post.role === role)
