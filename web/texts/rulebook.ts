import type { Text } from '../../rules/text.ts'

/** The rulebooks and their parameters. */
export const rulebook = {
  parameter: { zh: '参数', en: 'Parameter' },
  value: { zh: '取值', en: 'Value' },
  clause: { zh: '条款', en: 'Clause' },
  blank: { zh: '制度留空', en: 'Left blank' },
  versions: { zh: '版本', en: 'Versions' },
  version: { zh: '第 {n} 版', en: 'Version {n}' },
  from: { zh: '自 {date} 起', en: 'From {date}' },
  since: { zh: '生效', en: 'Since' },
  upcoming: { zh: '{date} 起：{value}', en: 'From {date}: {value}' },
  until: { zh: '至 {date}', en: 'until {date}' },
  bindings: { zh: '适用范围', en: 'For whom it holds' },
  company: { zh: '全公司', en: 'The whole company' },
  project: { zh: '项目', en: 'Project' },
  customer: { zh: '客户', en: 'Customer' },
  person: { zh: '人员', en: 'Person' },
  always: { zh: '自始', en: 'From the beginning' },
  noParameters: { zh: '没有参数', en: 'No parameters' },
} as const satisfies Record<string, Text>
