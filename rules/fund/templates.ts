import { type Template, yuan } from '../notification/template.ts'

/** What people are told about the fund of fines and rewards. */
export const fundTemplates = {
  'fund.reminder': ({ params }) => ({
    title: { zh: `请缴纳罚款 ${yuan(params.owesFen)}`, en: `Please pay ${yuan(params.owesFen)} of fines` },
    body: { zh: '请向人事专员缴纳。明细见本人台账。', en: 'To the HR specialist. Your ledger shows what it is for.' },
  }),
  'fund.moved': ({ params }) => ({
    title: {
      zh: `奖罚款账：${yuan(params.amountFen)}`,
      en: `Fund of fines and rewards: ${yuan(params.amountFen)}`,
    },
    body: {
      zh: '已登记入账，如有不符请联系人事专员。',
      en: 'Entered in your account; tell the HR specialist if it is wrong.',
    },
  }),
} as const satisfies Record<`${string}.${string}`, Template>
