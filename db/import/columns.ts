import { hints } from './hints.ts'
import type { Columns } from './readTable.ts'

/** What lists call telephone numbers. */
const PHONE = ['电话号码', '手机', '手机号', '手机号码', '联系电话', '联系方式']

/** What can be loaded from files, so that a department can begin before the pages exist; in the order to load it. */
export const columns = {
  regions: {
    code: { heading: { zh: '区域代码', en: 'Code' }, required: true, example: 'QY01' },
    name: { heading: { zh: '区域名称', en: 'Name' }, required: true, example: { zh: '示例区域', en: 'Sample region' } },
  },
  people: {
    code: {
      heading: { zh: '工号', en: 'Code' },
      also: ['员工编号', '员工号'],
      required: true,
      example: 'E001',
    },
    name: { heading: { zh: '姓名', en: 'Name' }, required: true, example: { zh: '张三', en: 'Zhang San' } },
    kind: { heading: { zh: '类别', en: 'Kind' }, example: { zh: '员工', en: 'Staff' }, hint: hints.personKind },
    email: {
      heading: { zh: '邮箱', en: 'E-mail' },
      also: ['电子邮箱', '电子邮件', 'Email'],
      example: 'e001@example.com',
    },
    superior: {
      heading: { zh: '上级工号', en: 'Superior' },
      also: ['直接上级', '上级'],
      example: '',
      hint: hints.superior,
    },
    posted: { heading: { zh: '驻外', en: 'Posted' }, example: { zh: '否', en: 'no' }, hint: hints.flag },
    regions: {
      heading: { zh: '区域', en: 'Regions' },
      also: ['工作区域', '省份'],
      example: 'QY01',
      hint: hints.regions,
    },
    numbers: { heading: { zh: '电话', en: 'Numbers' }, also: PHONE, example: '13800000000', hint: hints.numbers },
    roles: {
      heading: { zh: '岗位', en: 'Roles' },
      also: ['职务', '职位'],
      example: { zh: '服务工程师@QY01', en: 'Service engineer@QY01' },
      hint: hints.roles,
    },
  },
  numbers: {
    number: { heading: { zh: '电话', en: 'Number' }, required: true, example: '0531-88880000' },
    person: { heading: { zh: '工号', en: 'Person' }, example: 'E001', hint: hints.owner },
    customer: { heading: { zh: '客户代码', en: 'Customer' }, example: '' },
    contact: { heading: { zh: '联系人', en: 'Contact' }, example: '' },
  },
  lines: {
    number: { heading: { zh: '号码', en: 'Number' }, required: true, example: '400-000-0000' },
    kind: {
      heading: { zh: '类别', en: 'Kind' },
      required: true,
      example: { zh: '热线', en: 'Hotline' },
      hint: hints.lineKind,
    },
    department: {
      heading: { zh: '部门', en: 'Department' },
      required: true,
      example: { zh: '客服中心', en: 'Service centre' },
    },
    person: { heading: { zh: '工号', en: 'Person' }, example: '', hint: hints.desk },
  },
  duty: {
    line: { heading: { zh: '号码', en: 'Line' }, required: true, example: '400-000-0000' },
    person: { heading: { zh: '工号', en: 'Person' }, required: true, example: 'E001' },
    from: { heading: { zh: '开始', en: 'From' }, required: true, example: '2026-02-16 18:00' },
    to: { heading: { zh: '结束', en: 'To' }, required: true, example: '2026-02-17 08:00' },
  },
  customers: {
    code: { heading: { zh: '客户代码', en: 'Code' }, also: ['客户编号'], required: true, example: 'C001' },
    name: { heading: { zh: '客户名称', en: 'Name' }, required: true, example: { zh: '某某公司', en: 'Some company' } },
    region: { heading: { zh: '区域', en: 'Region' }, example: 'QY01', hint: hints.region },
    contact: { heading: { zh: '联系人', en: 'Contact' }, example: { zh: '李四', en: 'Li Si' }, hint: hints.contact },
    post: { heading: { zh: '职务', en: 'Post' }, example: { zh: '主任', en: 'Director' } },
    address: { heading: { zh: '称呼', en: 'Form of address' }, example: { zh: '李主任', en: 'Director Li' } },
    numbers: { heading: { zh: '电话', en: 'Numbers' }, also: PHONE, example: '13900000000', hint: hints.numbers },
  },
  projects: {
    customer: { heading: { zh: '客户代码', en: 'Customer' }, required: true, example: 'C001' },
    name: {
      heading: { zh: '项目名称', en: 'Name' },
      required: true,
      example: { zh: '示例项目', en: 'Sample project' },
    },
  },
  equipment: {
    customer: { heading: { zh: '客户代码', en: 'Customer' }, required: true, example: 'C001' },
    product: {
      heading: { zh: '产品', en: 'Product' },
      required: true,
      example: { zh: '保护装置', en: 'Protection relay' },
    },
    serial: { heading: { zh: '序列号', en: 'Serial number' }, also: ['出厂编号'], required: true, example: 'SN-0001' },
    place: {
      heading: { zh: '安装位置', en: 'Place' },
      also: ['安装地点'],
      example: { zh: '110kV 变电站', en: '110 kV substation' },
    },
    project: { heading: { zh: '项目', en: 'Project' }, example: '' },
    commissioned: { heading: { zh: '投运日期', en: 'Commissioned on' }, example: '2026-02-16' },
    warranty: { heading: { zh: '质保截止', en: 'Warranty until' }, example: '2029-02-15' },
  },
  policies: {
    policy: { heading: { zh: '制度', en: 'Rulebook' }, required: true, example: 'S4-N', hint: hints.policy },
    topic: {
      heading: { zh: '事项', en: 'Matter' },
      required: true,
      example: { zh: '人员变更', en: 'Staff changes' },
      hint: hints.topic,
    },
    customer: { heading: { zh: '客户代码', en: 'Customer' }, example: 'C001', hint: hints.whose },
    project: { heading: { zh: '项目', en: 'Project' }, example: { zh: '示例项目', en: 'Sample project' } },
    person: { heading: { zh: '工号', en: 'Person' }, example: '' },
    from: { heading: { zh: '开始日期', en: 'From' }, example: '2026-02-16', hint: hints.from },
    to: { heading: { zh: '结束日期', en: 'To' }, example: '', hint: hints.to },
  },
  openings: {
    person: { heading: { zh: '工号', en: 'Person' }, required: true, example: 'E001' },
    what: {
      heading: { zh: '项目', en: 'What' },
      required: true,
      example: { zh: '事故', en: 'Accident' },
      hint: hints.opening,
    },
    on: { heading: { zh: '日期', en: 'Date' }, required: true, example: '2026-01-15', hint: hints.openingOn },
    value: { heading: { zh: '内容', en: 'Value' }, example: 'II', hint: hints.openingValue },
    no: { heading: { zh: '同日序号', en: 'No.' }, example: '' },
  },
  tasks: {
    customer: { heading: { zh: '客户代码', en: 'Customer' }, required: true, example: 'C001' },
    contact: { heading: { zh: '联系人', en: 'Contact' }, required: true, example: { zh: '李四', en: 'Li Si' } },
    details: { heading: { zh: '联系方式', en: 'Contact details' }, required: true, example: '13900000000' },
    requirement: {
      heading: { zh: '服务需求', en: 'Requirement' },
      required: true,
      example: { zh: '示例：终端不上线', en: 'Sample: a terminal is offline' },
    },
    situation: {
      heading: { zh: '现场情况', en: 'Site' },
      required: true,
      example: { zh: '变电站，需办工作票', en: 'Substation, work permit needed' },
    },
    issuer: { heading: { zh: '下达人工号', en: 'Issued by' }, required: true, example: 'E001' },
    product: { heading: { zh: '产品', en: 'Product' }, example: '' },
  },
  handovers: {
    customer: { heading: { zh: '客户代码', en: 'Customer' }, required: true, example: 'C001' },
    project: {
      heading: { zh: '项目', en: 'Project' },
      required: true,
      example: { zh: '示例项目', en: 'Sample project' },
    },
    pm: { heading: { zh: '承包方项目经理工号', en: "Contractor's manager" }, required: true, example: 'P001' },
    outgoing: { heading: { zh: '离场人员工号', en: 'Outgoing' }, required: true, example: 'E001' },
    incoming: { heading: { zh: '接替人员工号', en: 'Incoming' }, example: 'E002' },
    notice: {
      heading: { zh: '告知日期', en: 'Notice on' },
      required: true,
      example: '2026-02-02',
      hint: hints.claimed,
    },
    apply: { heading: { zh: '申请日期', en: 'Application on' }, example: '2026-02-16', hint: hints.earliest },
    begins: { heading: { zh: '交接开始', en: 'Handover from' }, example: '2026-02-26', hint: hints.earliest },
    takesOver: { heading: { zh: '接替日期', en: 'Takes over on' }, required: true, example: '2026-03-13' },
  },
} as const satisfies Record<string, Columns>

export type Kind = keyof typeof columns
export const kinds = Object.keys(columns) as [Kind, ...Kind[]]

/**
 * The columns that say which thing a row is about: the same thing twice in one file, with different contents, is a mistake. A
 * customer may have several rows, one for each person there.
 */
export const keys: Partial<Record<Kind, readonly string[]>> = {
  regions: ['code'],
  people: ['code'],
  lines: ['number'],
  equipment: ['serial', 'product', 'customer'],
}

/** What verbs call the cells of a row in their refusals, where that isn't the column's name. */
const verbsCall: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  handovers: {
    'plan.noticeOn': 'notice',
    'plan.applyOn': 'apply',
    'plan.handoverStartOn': 'begins',
    'plan.takesOverOn': 'takesOver',
    outgoingId: 'outgoing',
    incomingId: 'incoming',
  },
  policies: { variant: 'policy', fromOn: 'from', toOn: 'to' },
}

/** The column that a refusal speaks of; undefined where it is of none. */
export function columnOf(kind: Kind, field: string | undefined): string | undefined {
  const column = field && (verbsCall[kind]?.[field] ?? field)
  return column && column in columns[kind] ? column : undefined
}
