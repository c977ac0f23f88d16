import { type Template, when, yuan } from '../notification/template.ts'
import type { Text } from '../text.ts'

/** What an entry comes to, by its kind. Notices of before say no kind: then its amount. */
function whatOf({ kind, amountFen, points }: Readonly<Record<string, unknown>>): Text {
  const amount = yuan(typeof amountFen === 'number' ? Math.abs(amountFen) : undefined)
  switch (kind) {
    case 'fine':
      return { zh: `罚款 ${amount}`, en: `a fine of ${amount}` }
    case 'reward':
      return { zh: `奖励 ${amount}`, en: `a reward of ${amount}` }
    case 'points':
      return { zh: `行为扣分 ${String(points)} 分`, en: `${String(points)} conduct points` }
    case 'statement':
      return { zh: '须提交书面说明', en: 'a written statement is required' }
    case 'block':
      return { zh: '差旅费暂不报销', en: 'a trip that is not reimbursed' }
    case 'measure':
      return { zh: '处分', en: 'a disciplinary measure' }
    default:
      return { zh: yuan(amountFen), en: yuan(amountFen) }
  }
}

/** What people are told about the ledger. The entry itself explains how it came about. */
export const consequenceTemplates = {
  'consequence.entered': ({ params, clauseTitle }) => {
    const what = whatOf(params)
    const next: Text =
      params.kind === 'reward'
        ? { zh: '总经理签字考核表后确认。', en: "It is confirmed when the general manager signs the month's sheet." }
        : {
            zh: '如有客观原因，请在台账中说明；逾期未说明即予确认。',
            en: 'If there was a cause, give it in the ledger; without one the entry is confirmed after some days.',
          }
    return {
      title: { zh: `台账记入：${what.zh}`, en: `Entered in your ledger: ${what.en}` },
      body: {
        zh: `依据：${String(params.clause)} ${clauseTitle?.zh ?? ''}\n发生时间：${when(params.occurredAt)}\n${next.zh}`,
        en: `Under: ${String(params.clause)} ${clauseTitle?.en ?? ''}\nOccurred: ${when(params.occurredAt)}\n${next.en}`,
      },
    }
  },
  'consequence.reversed': ({ params, clauseTitle }) => {
    const what = whatOf(params)
    return {
      title: { zh: `台账冲回：${what.zh}`, en: `Taken back in your ledger: ${what.en}` },
      body: {
        zh: `依据：${String(params.clause)} ${clauseTitle?.zh ?? ''}\n原记录不再计入。`,
        en: `Under: ${String(params.clause)} ${clauseTitle?.en ?? ''}\nThe earlier entry counts no more.`,
      },
    }
  },
  'consequence.causeGiven': ({ params, bearer }) => {
    const what = whatOf(params)
    return {
      title: { zh: '有一笔记录说明了原因，待裁定', en: 'A cause was given for an entry; it waits for a decision' },
      body: {
        zh: `${bearer ?? '当事人'}已就一笔记录（${what.zh}）说明原因。有权裁定者请裁定。`,
        en: `${bearer ?? 'The person concerned'} has given a cause for an entry (${what.en}). Whoever may decide on it, please do.`,
      },
    }
  },
  'consequence.causeWaits': ({ params, bearer }) => {
    const what = whatOf(params)
    return {
      title: { zh: '原因说明仍待裁定', en: 'A cause still waits for a decision' },
      body: {
        zh: `${bearer ?? '当事人'}于 ${when(params.claimedAt)} 就一笔记录（${what.zh}）说明了原因，至今未裁定；裁定前该记录不计入考核表。`,
        en: `${bearer ?? 'The person concerned'} gave a cause for an entry (${what.en}) at ${when(params.claimedAt)}. It is not decided yet, and until then the entry comes on no sheet.`,
      },
    }
  },
} as const satisfies Record<`${string}.${string}`, Template>
