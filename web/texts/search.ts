import type { Text } from '../../rules/text.ts'

/** The search over everything. */
export const words = {
  search: { zh: '查找', en: 'Search' },
  hint: {
    zh: '姓名、号码、客户、事项、设备或条款；可输入拼音首字母',
    en: 'A name, number, customer, case, equipment or clause; pinyin initials will do',
  },
  results: { zh: '查找结果', en: 'What was found' },
  found: { zh: '找到 {n} 项', en: '{n} found' },
  nothing: { zh: '没有找到“{q}”', en: 'Nothing found for “{q}”' },
  people: { zh: '人员', en: 'People' },
  customers: { zh: '客户', en: 'Customers' },
  contacts: { zh: '联系人', en: 'Contacts' },
  projects: { zh: '项目', en: 'Projects' },
  equipment: { zh: '设备', en: 'Equipment' },
  cases: { zh: '事项', en: 'Cases' },
  clauses: { zh: '条款', en: 'Clauses' },
} as const satisfies Record<string, Text>
