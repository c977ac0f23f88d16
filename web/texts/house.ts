import type { Text } from '../../rules/text.ts'

/** A change of the house rules by who may decide it. */
export const words = {
  houseHelp: {
    zh: '内部规则由总经理直接决定：写明理由和起始日期即可生效；留空即刻生效。其他岗位提出的修改须经审核和批准。',
    en: 'House rules are the general manager’s to decide: with a reason, from a day or at once. What others propose is reviewed and approved first.',
  },
  fromOrNow: { zh: '起始日期（留空即刻生效）', en: 'From this day on (empty: at once)' },
  reason: { zh: '理由', en: 'Reason' },
  putInForce: { zh: '修改并生效', en: 'Put in force' },
} as const satisfies Record<string, Text>
