import type { Text } from '../../rules/text.ts'

/** The log of who did what. */
export const words = {
  audit: { zh: '操作记录', en: 'Audit log' },
  none: { zh: '没有符合条件的记录', en: 'No entries fit' },
  at: { zh: '时间', en: 'When' },
  who: { zh: '操作人', en: 'Who' },
  forWhom: { zh: '{who}（受托代{whom}）', en: '{who}, for {whom}' },
  system: { zh: '系统（{door}）', en: 'The system ({door})' },
  action: { zh: '操作', en: 'Action' },
  actionHelp: { zh: '如 role.grant 或 role', en: 'As role.grant, or role' },
  noun: { zh: '对象', en: 'Record' },
  detail: { zh: '内容', en: 'Detail' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'Until' },
} as const satisfies Record<string, Text>
