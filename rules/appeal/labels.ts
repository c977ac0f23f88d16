import type { Text } from '../text.ts'

export const appealPromises = {
  decide: { zh: '裁定申诉', en: 'Decide on the appeal' },
} as const satisfies Record<string, Text>
