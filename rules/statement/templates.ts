import type { Template } from '../notification/template.ts'

/** What people are told about required statements. */
export const statementTemplates = {
  'statement.required': ({ params, clauseTitle }) => ({
    title: { zh: '须提交书面说明', en: 'A written statement is required of you' },
    body: {
      zh: `依据：${String(params.clause)} ${clauseTitle?.zh ?? ''}\n请在系统中提交。`,
      en: `Under: ${String(params.clause)} ${clauseTitle?.en ?? ''}\nPlease hand it in here.`,
    },
  }),
  'statement.submitted': ({ params }) => ({
    title: { zh: '有一份书面说明待审阅', en: 'A written statement waits to be read' },
    body: { zh: `依据：${String(params.clause)}`, en: `Under: ${String(params.clause)}` },
  }),
  'statement.returned': ({ params }) => ({
    title: { zh: '书面说明被退回', en: 'Your statement was sent back' },
    body: {
      zh: `理由见说明。依据：${String(params.clause)}`,
      en: `The reason stands with it. Under: ${String(params.clause)}`,
    },
  }),
} as const satisfies Record<`${string}.${string}`, Template>
