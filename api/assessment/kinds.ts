import type { Text } from '../../rules/text.ts'

/** What people call the kinds of entries. */
export const kindLabels: Readonly<Record<string, Text>> = {
  fine: { zh: '罚款', en: 'fine' },
  reward: { zh: '奖励', en: 'reward' },
  points: { zh: '计分', en: 'points' },
  recommendation: { zh: '建议', en: 'recommendation' },
  statement: { zh: '书面说明', en: 'statement' },
  block: { zh: '暂停报销', en: 'reimbursement block' },
  measure: { zh: '处分', en: 'disciplinary measure' },
  reversal: { zh: '冲回', en: 'reversal' },
  waiver: { zh: '免除', en: 'waiver' },
}
