import type { Text } from './text.ts'

/** Every role that may hold a permission or be told something. Clients and the contractor sign in with roles too. */
export const roles = {
  companyGm: { zh: '公司总经理', en: 'Company general manager' },
  viceGm: { zh: '公司副总经理', en: 'Vice general manager' },
  finance: { zh: '财务人员', en: 'Finance' },
  salesManager: { zh: '销售经理', en: 'Sales manager' },
  salesperson: { zh: '销售人员', en: 'Salesperson' },
  salesBackOffice: { zh: '销售内勤', en: 'Sales back office' },
  rd: { zh: '研发人员', en: 'Research and development' },
  businessUnitStaff: { zh: '事业部人员', en: 'Business unit staff' },
  serviceDirector: { zh: '服务总监', en: 'Service director' },
  serviceSupervisor: { zh: '服务主管', en: 'Service supervisor' },
  centreGm: { zh: '客服中心总经理', en: 'Service centre general manager' },
  centreDeputyGm: { zh: '客服中心副总经理', en: 'Service centre deputy general manager' },
  technicalServiceManager: { zh: '技术服务经理', en: 'Technical service manager' },
  technicalServiceDeputyManager: { zh: '技术服务副经理', en: 'Technical service deputy manager' },
  technicalSupportManager: { zh: '技术支持经理', en: 'Technical support manager' },
  projectDepartmentManager: { zh: '项目部经理', en: 'Project department manager' },
  projectManager: { zh: '项目经理', en: 'Project manager' },
  projectEngineer: { zh: '项目工程师', en: 'Project engineer' },
  afterSalesManager: { zh: '售后部经理', en: 'After-sales manager' },
  qualityControl: { zh: '质量控制人员', en: 'Quality control' },
  residentSupervisor: { zh: '驻场主管', en: 'Resident supervisor' },
  regionalManager: { zh: '区域经理', en: 'Regional manager' },
  officeDirector: { zh: '办事处主任', en: 'Office director' },
  provincialSupervisor: { zh: '省技术主管', en: 'Provincial technical supervisor' },
  engineer: { zh: '服务工程师', en: 'Service engineer' },
  technicalSupportEngineer: { zh: '技术支持工程师', en: 'Technical support engineer' },
  seatEngineer: { zh: '坐席工程师', en: 'Seat engineer' },
  callTaker: { zh: '接线员', en: 'Call taker' },
  hrSpecialist: { zh: '人事专员', en: 'HR specialist' },
  clientTechnology: { zh: '甲方科技部门', en: 'Client: technology department' },
  clientSupervision: { zh: '甲方监理单位', en: 'Client: supervision unit' },
  clientInformation: { zh: '甲方信息科', en: 'Client: information section' },
  clientHr: { zh: '甲方人事部门', en: 'Client: HR section' },
  contractorPm: { zh: '承包方项目经理', en: "Contractor's project manager" },
  admin: { zh: '系统管理员', en: 'System administrator' },
  serviceAccount: { zh: '服务账号', en: 'Service account' },
} as const satisfies Record<string, Text>

export type Role = keyof typeof roles

export const roleIds = Object.keys(roles) as [Role, ...Role[]]

/** Whether a bearer's name is a role: `unit` (nobody on duty) and `external` are none. */
export const isRole = (name: string | null): name is Role => name !== null && Object.hasOwn(roles, name)

/** The company's own people: whoever works under its rulebooks. */
export const staffRoles = roleIds.filter(
  (role) => !role.startsWith('client') && !['contractorPm', 'admin', 'serviceAccount'].includes(role),
)

/** Those who lead the service centre, from the director of service down to the region. */
export const leaders = [
  'companyGm',
  'viceGm',
  'serviceDirector',
  'serviceSupervisor',
  'centreGm',
  'centreDeputyGm',
  'technicalServiceManager',
  'technicalSupportManager',
  'regionalManager',
] as const satisfies readonly Role[]
