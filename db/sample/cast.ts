import type { Role } from '../../rules/roles.ts'

interface Part {
  name: string
  role: Role
  superior?: string
  kind?: 'client' | 'contractor'
  number?: string
}

/** The people of the sample department, by their part. Their numbers are in a block that nobody is given. */
export const CAST = {
  president: { name: '示例·顾总', role: 'companyGm' },
  gm: { name: '示例·周总', role: 'centreGm', superior: 'president' },
  deputy: { name: '示例·沈佳', role: 'centreDeputyGm', superior: 'gm' },
  director: { name: '示例·陆川', role: 'serviceDirector', superior: 'gm' },
  service: { name: '示例·何静', role: 'technicalServiceManager', superior: 'deputy' },
  manager: { name: '示例·韩磊', role: 'technicalSupportManager', superior: 'deputy' },
  region: { name: '示例·孟涛', role: 'regionalManager', superior: 'service' },
  province: { name: '示例·蒋毅', role: 'provincialSupervisor', superior: 'region' },
  office: { name: '示例·罗敏', role: 'officeDirector', superior: 'region' },
  taker: { name: '示例·许晴', role: 'callTaker', superior: 'service', number: '+8619900009001' },
  night: { name: '示例·唐宁', role: 'callTaker', superior: 'service', number: '+8619900009002' },
  support: { name: '示例·方宇', role: 'technicalSupportEngineer', superior: 'manager' },
  engineer: { name: '示例·郑凯', role: 'engineer', superior: 'province', number: '+8619900009003' },
  second: { name: '示例·梁栋', role: 'engineer', superior: 'province', number: '+8619900009004' },
  leaving: { name: '示例·贺强', role: 'engineer', superior: 'province' },
  coming: { name: '示例·丁宁', role: 'engineer', superior: 'province' },
  contractor: { name: '示例·承包方项目经理', role: 'contractorPm', kind: 'contractor' },
  information: { name: '示例·甲方信息科', role: 'clientInformation', kind: 'client' },
} as const satisfies Record<string, Part>
export type PartName = keyof typeof CAST
export const parts = Object.entries(CAST) as [PartName, Part][]

export const HOTLINE = '+864009999000'

/** The customers of the sample, each with somebody who rings. */
export const CUSTOMERS = [
  { code: 'SAMPLE-C1', name: '示例·清河供电公司', contact: '梁先生', post: '班长', number: '+8619900009101' },
  { code: 'SAMPLE-C2', name: '示例·临江供电公司', contact: '钱工', post: '值班长', number: '+8619900009102' },
  { code: 'SAMPLE-C3', name: '示例·望湖开发区', contact: '杜主任', post: '主任', number: '+8619900009103' },
] as const

/** What stands at the first of them. */
export const EQUIPMENT = [
  { product: '馈线终端', serialNumber: 'SAMPLE-FTU-01', place: '清河 1 号环网柜' },
  { product: '馈线终端', serialNumber: 'SAMPLE-FTU-02', place: '清河 2 号环网柜' },
  { product: '保护装置', serialNumber: 'SAMPLE-P-01', place: '110kV 清河变电站' },
] as const

/** What was repaired of it, the first thing twice: it failed again. */
export const REPAIRS = [
  { thing: 0, by: 'engineer', daysAgo: 60, work: '更换通信模块' },
  { thing: 2, by: 'second', daysAgo: 35, work: '更换电源板，校验定值' },
  { thing: 0, by: 'engineer', daysAgo: 12, work: '通信模块松动，重新紧固并测试' },
] as const satisfies readonly { thing: number; by: PartName; daysAgo: number; work: string }[]
