import { type Template, when, yuan } from '../notification/template.ts'

/** What people are told about the ledger. The entry itself explains how it came about. */
export const consequenceTemplates = {
  'consequence.entered': ({ params, clauseTitle }) => ({
    title: { zh: `台账记入 ${yuan(params.amountFen)}`, en: `Entered in your ledger: ${yuan(params.amountFen)}` },
    body: {
      zh: `依据：${String(params.clause)} ${clauseTitle?.zh ?? ''}\n发生时间：${when(params.occurredAt)}\n如有客观原因，请在台账中说明；逾期未说明即予确认。`,
      en: `Under: ${String(params.clause)} ${clauseTitle?.en ?? ''}\nOccurred: ${when(params.occurredAt)}\nIf there was a cause, give it in the ledger; without one the entry is confirmed after some days.`,
    },
  }),
  'consequence.reversed': ({ params, clauseTitle }) => ({
    title: { zh: `台账冲回 ${yuan(params.amountFen)}`, en: `Taken back in your ledger: ${yuan(params.amountFen)}` },
    body: {
      zh: `依据：${String(params.clause)} ${clauseTitle?.zh ?? ''}\n原记录已冲回，两笔合计为零。`,
      en: `Under: ${String(params.clause)} ${clauseTitle?.en ?? ''}\nThe earlier entry is taken back; the two come to nothing.`,
    },
  }),
  'consequence.causeGiven': ({ params, bearer }) => ({
    title: { zh: '有一笔罚款待裁定', en: 'A fine waits for your decision' },
    body: {
      zh: `${bearer ?? '当事人'}已就一笔 ${yuan(params.amountFen)} 的记录说明原因，请裁定。`,
      en: `${bearer ?? 'The person concerned'} has given a cause for an entry of ${yuan(params.amountFen)}; please decide.`,
    },
  }),
} as const satisfies Record<`${string}.${string}`, Template>
