import type { Text } from '../text.ts'

export const penaltyPromises = {
  decide: { zh: '裁定奖惩建议', en: 'Decide on the proposed penalty or reward' },
} as const satisfies Record<string, Text>
