import { type Template, yuan } from '../notification/template.ts'

/** What people are told of assessment sheets. */
export const assessmentTemplates = {
  'assessment.signed': ({ params }) => ({
    title: {
      zh: `${String(params.month)} 考核结果：${yuan(params.amountFen)}`,
      en: `Assessment of ${String(params.month)}: ${yuan(params.amountFen)}`,
    },
    body: {
      zh: '总经理已签字，交财务执行。每笔依据见台账。',
      en: 'The general manager has signed it, and finance carries it out. Each entry explains itself in the ledger.',
    },
  }),
  'assessment.returned': ({ params }) => ({
    title: {
      zh: `${String(params.month)} 考核表被退回`,
      en: `The assessment sheet of ${String(params.month)} was sent back`,
    },
    body: {
      zh: '理由见考核表。改正后请重新出具。',
      en: 'The reason stands with the sheet. Correct it and issue it again.',
    },
  }),
} as const satisfies Record<`${string}.${string}`, Template>
