import { repairStates } from '../../../rules/equipment/repair.ts'
import { roles, type Role } from '../../../rules/roles.ts'
import { actionText } from '../../../rules/system/actionText.ts'
import { read as audit } from '../../audit/routes.ts'
import { list as customers } from '../../customers/routes.ts'
import { list as repairs } from '../../equipment/repairs.ts'
import { list as equipment } from '../../equipment/routes.ts'
import { absences, substitutions } from '../../people/absences.ts'
import { outages, roster } from '../../people/duty.ts'
import { list as people } from '../../people/routes.ts'
import { exportOf, type Column } from '../exportOf.ts'
import type { Look } from '../look.ts'
import { region, when } from './cases.ts'

const kinds = {
  staff: { zh: '员工', en: 'Staff' },
  client: { zh: '甲方', en: 'Client' },
  contractor: { zh: '承包方', en: 'Contractor' },
  service: { zh: '服务账号', en: 'Service account' },
}
const absenceKinds = {
  leave: { zh: '请假（婚、产、丧等）', en: 'Leave (marriage, maternity, …)' },
  personal: { zh: '事假', en: 'Personal leave' },
  sick: { zh: '病假', en: 'Sick' },
  trip: { zh: '出差', en: 'Trip' },
  training: { zh: '培训', en: 'Training' },
  other: { zh: '其他', en: 'Other' },
}
export const yes = { zh: '是', en: 'Yes' }
export const no = { zh: '否', en: 'No' }
const person: Column<{ personId: string | null }> = [
  { zh: '人员', en: 'Person' },
  (row, look) => look.person(row.personId),
]
const line: Column<{ lineId: string }> = [{ zh: '线路', en: 'Line' }, (row, look) => look.line(row.lineId)]
export const from: Column<{ fromAt: number }> = [{ zh: '开始', en: 'From' }, (row) => ({ at: row.fromAt })]
export const to: Column<{ toAt: number | null }> = [{ zh: '结束', en: 'To' }, (row) => when(row.toAt)]

const named = (look: Look, name: string) => look.say(actionText(name) ?? { zh: name, en: name })

/** A post as the list that is loaded writes it: `岗位@区域`. */
const held = ({ role, regionId }: { role: Role; regionId: string | null }, look: Look) =>
  `${look.say(roles[role])}${regionId ? `@${look.region(regionId)}` : ''}`

export const registerExports = [
  exportOf(people, {
    name: 'people',
    title: { zh: '人员', en: 'People' },
    columns: [
      [{ zh: '工号', en: 'Code' }, (row) => row.code],
      [{ zh: '姓名', en: 'Name' }, (row) => row.name],
      [{ zh: '类别', en: 'Kind' }, (row, look) => look.word(kinds, row.kind)],
      [{ zh: '岗位', en: 'Roles' }, ({ posts }, look) => posts.map((post) => held(post, look)).join('; '), 28],
      [{ zh: '邮箱', en: 'E-mail' }, (row) => row.email, 28],
      [{ zh: '上级', en: 'Superior' }, (row, look) => look.person(row.superiorId)],
      [{ zh: '驻外', en: 'Posted' }, (row, look) => look.say(row.posted ? yes : no), 8],
      [{ zh: '在职', en: 'Active' }, (row, look) => look.say(row.active ? yes : no), 8],
    ],
  }),
  exportOf(customers, {
    name: 'customers',
    title: { zh: '客户', en: 'Customers' },
    columns: [
      [{ zh: '客户代码', en: 'Code' }, (row) => row.code],
      [{ zh: '客户名称', en: 'Name' }, (row) => row.name, 36],
      region,
      [{ zh: '有效', en: 'Active' }, (row, look) => look.say(row.active ? yes : no), 8],
    ],
  }),
  exportOf(equipment, {
    name: 'equipment',
    title: { zh: '设备', en: 'Equipment' },
    columns: [
      [{ zh: '客户', en: 'Customer' }, (row) => row.customerName, 36],
      [{ zh: '产品', en: 'Product' }, (row) => row.product, 24],
      [{ zh: '序列号', en: 'Serial number' }, (row) => row.serialNumber],
      [{ zh: '安装位置', en: 'Place' }, (row) => row.place, 28],
      [{ zh: '投运日期', en: 'Commissioned on' }, (row) => row.commissionedOn],
      [{ zh: '质保截止', en: 'Warranty until' }, (row) => row.warrantyUntilOn],
      region,
      [{ zh: '有效', en: 'Active' }, (row, look) => look.say(row.active ? yes : no), 8],
    ],
  }),
  exportOf(repairs, {
    name: 'repairs',
    title: { zh: '设备维修', en: 'Repairs' },
    columns: [
      [{ zh: '客户', en: 'Customer' }, (row) => row.customerName, 36],
      [{ zh: '产品', en: 'Product' }, (row) => row.product, 24],
      [{ zh: '序列号', en: 'Serial number' }, (row) => row.serialNumber],
      [{ zh: '维修时间', en: 'Repaired at' }, (row) => ({ at: row.repairedAt })],
      [{ zh: '维修人', en: 'Engineer' }, (row) => row.engineerName],
      [{ zh: '维修内容', en: 'What was done' }, (row) => row.work, 48],
      [{ zh: '维修质保至', en: 'Warranty of the repair until' }, (row) => row.warrantyUntilOn],
      [{ zh: '质保状态', en: 'Warranty' }, (row, look) => look.word(repairStates, row.state)],
      [{ zh: '质保期内再次故障', en: 'Failed again in warranty' }, (row, look) => look.say(row.failed ? yes : no)],
      [{ zh: '故障时间', en: 'Failed at' }, (row) => when(row.signs.find(({ counts }) => counts)?.at ?? null)],
      [{ zh: '已撤销', en: 'Taken back' }, (row, look) => look.say(row.stands ? no : yes), 10],
      [{ zh: '事项编号', en: 'Case' }, (row) => row.caseId, 42],
      region,
    ],
  }),
  exportOf(absences, {
    name: 'absences',
    title: { zh: '缺勤', en: 'Absences' },
    columns: [
      person,
      [{ zh: '类别', en: 'Kind' }, (row, look) => look.word(absenceKinds, row.kind)],
      from,
      to,
      [{ zh: '超过上限（条款）', en: 'Beyond the cap (clause)' }, (row) => row.over?.clause ?? ''],
    ],
  }),
  exportOf(substitutions, {
    name: 'substitutions',
    title: { zh: '代理授权', en: 'Substitutes' },
    columns: [
      [{ zh: '授权人', en: 'For' }, (row, look) => look.person(row.fromPersonId)],
      [{ zh: '代理人', en: 'Substitute' }, (row, look) => look.person(row.toPersonId)],
      [{ zh: '岗位', en: 'Role' }, (row, look) => look.say(roles[row.role]), 28],
      from,
      to,
    ],
  }),
  exportOf(roster, {
    name: 'duty',
    title: { zh: '值班表', en: 'Duty roster' },
    columns: [line, person, from, to],
  }),
  exportOf(outages, {
    name: 'outages',
    title: { zh: '线路中断', en: 'Outages' },
    columns: [
      line,
      from,
      to,
      [{ zh: '申报人', en: 'Declared by' }, (row, look) => look.person(row.declaredBy)],
      [{ zh: '申报时间', en: 'Declared' }, (row) => ({ at: row.declaredAt })],
    ],
  }),
  exportOf(audit, {
    name: 'audit',
    title: { zh: '操作记录', en: 'Audit log' },
    columns: [
      [{ zh: '时间', en: 'When' }, (row) => ({ at: row.at })],
      person,
      [{ zh: '受托代', en: 'In the role of' }, (row, look) => look.person(row.forPersonId)],
      [{ zh: '入口', en: 'Door' }, (row) => row.door, 10],
      [{ zh: '操作', en: 'Action' }, (row, look) => named(look, row.action), 24],
      [{ zh: '操作代码', en: 'Code' }, (row) => row.action, 24],
      [{ zh: '对象', en: 'About' }, (row, look) => row.noun && named(look, row.noun)],
      [{ zh: '编号', en: 'Id' }, (row) => row.subjectId, 42],
      [{ zh: '细节', en: 'Detail' }, (row) => row.detail && JSON.stringify(row.detail), 40],
    ],
  }),
]
