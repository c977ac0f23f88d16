import type { Text } from '../../rules/text.ts'

/** The fund of fines and rewards. */
export const words = {
  accounts: { zh: '各人账目', en: 'Accounts' },
  movements: { zh: '收付流水', en: 'Cash book' },
  noAccounts: { zh: '没有应缴或应发', en: 'Nobody owes anything, and nobody is owed' },
  noMovements: { zh: '没有收付', en: 'No money moved' },
  claim: { zh: '考核表结转', en: 'From the sheets' },
  moved: { zh: '已收付', en: 'Moved' },
  owes: { zh: '应缴', en: 'Owes' },
  isOwed: { zh: '应发', en: 'Is owed' },
  record: { zh: '登记收付', en: 'Record a movement' },
  kind: { zh: '类别', en: 'Kind' },
  amountYuan: { zh: '金额（元）', en: 'Amount (yuan)' },
  amount: { zh: '金额', en: 'Amount' },
  at: { zh: '时间', en: 'When' },
  by: { zh: '登记人', en: 'Recorded by' },
  note: { zh: '说明（收据号等）', en: 'Note (number of the receipt)' },
  remind: { zh: '催缴', en: 'Remind' },
  reminded: { zh: '已催缴', en: 'Reminded' },
  takeBack: { zh: '冲回', en: 'Take back' },
} as const satisfies Record<string, Text>
