import type { Text } from '../../rules/text.ts'

/** What a service costs the customer. */
export const words = {
  title: { zh: '收费', en: 'Charge' },
  free: { zh: '免费（人为损坏除外）', en: 'Free, unless people caused the fault' },
  cost: { zh: '只收成本', en: 'Cost alone' },
  priceList: { zh: '按价目表：{amount}', en: 'By the price list: {amount}' },
  toBeSet: { zh: '待定', en: 'to be set' },
  until: { zh: '质保至 {day}', en: 'Warranty until {day}' },
  unknown: { zh: '没有质保期的记录', en: 'No warranty on record' },
  judgedBy: { zh: '，按 {day} 判断', en: '; judged by {day}' },
  ofRepair: {
    zh: '故障若因 {on} 的维修质量所致：免费（维修质保至 {until}）',
    en: 'Free where the fault comes of how it was repaired on {on} (warranty of the repair until {until})',
  },
  noLedger: {
    zh: '仅供告知客户，不计入任何人的台账。',
    en: 'For telling the customer; it is entered in nobody’s ledger.',
  },
} as const satisfies Record<string, Text>
