import type { Kind } from '../../db/import/columns.ts'
import type { Text } from '../../rules/text.ts'

/** What each kind of file holds; names the tab of its template. */
export const kindLabels: Readonly<Record<Kind, Text>> = {
  regions: { zh: '区域', en: 'Regions' },
  people: { zh: '人员', en: 'People' },
  numbers: { zh: '电话号码', en: 'Telephone numbers' },
  lines: { zh: '服务热线', en: 'Lines' },
  duty: { zh: '值班表', en: 'Duty roster' },
  customers: { zh: '客户与联系人', en: 'Customers and contacts' },
  projects: { zh: '项目', en: 'Projects' },
  equipment: { zh: '设备', en: 'Equipment' },
  policies: { zh: '制度适用范围', en: 'Which rulebooks hold' },
  tasks: { zh: '在办服务任务', en: 'Open tasks' },
  handovers: { zh: '进行中的人员交接', en: 'Running handovers' },
  openings: { zh: '期初数', en: 'Opening balances' },
}
