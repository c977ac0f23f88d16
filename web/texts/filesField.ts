import type { Text } from '../../rules/text.ts'

/** Files that go with a form. */
export const words = {
  takeOff: { zh: '移除', en: 'Take off' },
  file: { zh: '附件 {n}', en: 'File {n}' },
} as const satisfies Record<string, Text>
