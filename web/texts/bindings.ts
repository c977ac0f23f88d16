import type { Text } from '../../rules/text.ts'

/** Which rulebook holds for whom. */
export const words = {
  bindings: { zh: '制度绑定', en: 'Bindings' },
  help: {
    zh: '同一主题以最具体的绑定为准：人员、项目、客户、全公司。进行中的事项按其开始时的制度。',
    en: 'For a topic the closest binding holds: person, project, customer, company. Running cases keep what they began under.',
  },
  none: { zh: '没有绑定', en: 'No bindings' },
  bind: { zh: '绑定制度', en: 'Bind a rulebook' },
  policy: { zh: '制度', en: 'Rulebook' },
  topic: { zh: '主题', en: 'Topic' },
  scope: { zh: '适用对象', en: 'For whom' },
  company: { zh: '全公司', en: 'The whole company' },
  customer: { zh: '客户', en: 'Customer' },
  project: { zh: '项目', en: 'Project' },
  person: { zh: '人员', en: 'Person' },
  fromOn: { zh: '第一天', en: 'First day' },
  toOn: { zh: '最后一天', en: 'Last day' },
} as const satisfies Record<string, Text>
