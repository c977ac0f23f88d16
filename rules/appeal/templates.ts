import { type Template, yuan } from '../notification/template.ts'
import type { Text } from '../text.ts'

const OUTCOME: Readonly<Record<string, Text>> = {
  upheld: { zh: '维持原记录', en: 'the entry stands' },
  reduced: { zh: '减轻', en: 'the entry is reduced' },
  lifted: { zh: '撤销原记录', en: 'the entry is lifted' },
  moot: { zh: '原记录已不存在，无需裁定', en: 'the entry had come to nothing already' },
}

/** What people are told about appeals. The reason given stays in the appeal. */
export const appealTemplates = {
  'appeal.filed': ({ params, clauseTitle }) => ({
    title: { zh: '有一份申诉待裁定', en: 'An appeal waits for your decision' },
    body: {
      zh: `对 ${yuan(params.amountFen)} 的记录提出申诉。\n依据：${String(params.clause)} ${clauseTitle?.zh ?? ''}`,
      en: `An appeal against an entry of ${yuan(params.amountFen)}.\nUnder: ${String(params.clause)} ${clauseTitle?.en ?? ''}`,
    },
  }),
  'appeal.decided': ({ params, clauseTitle }) => ({
    title: {
      zh: `申诉裁定：${OUTCOME[String(params.outcome)]?.zh ?? ''}`,
      en: `Your appeal: ${OUTCOME[String(params.outcome)]?.en ?? ''}`,
    },
    body: {
      zh: `依据：${String(params.clause)} ${clauseTitle?.zh ?? ''}\n现记金额：${yuan(params.standingFen)}。理由见申诉。`,
      en: `Under: ${String(params.clause)} ${clauseTitle?.en ?? ''}\nIt now comes to ${yuan(params.standingFen)}. The reasons stand in the appeal.`,
    },
  }),
  'penalty.proposed': ({ params, clauseTitle }) => ({
    title: { zh: '有一项奖惩建议待裁定', en: 'A proposed penalty or reward waits for your decision' },
    body: {
      zh: `建议金额：${yuan(params.amountFen)}\n依据：${String(params.clause)} ${clauseTitle?.zh ?? ''}`,
      en: `Proposed: ${yuan(params.amountFen)}\nUnder: ${String(params.clause)} ${clauseTitle?.en ?? ''}`,
    },
  }),
} as const satisfies Record<`${string}.${string}`, Template>
