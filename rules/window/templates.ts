import type { Template } from '../notification/template.ts'

const ACTION: Readonly<Record<string, { zh: string; en: string }>> = {
  downgrade: { zh: '工资降级', en: 'pay downgrade' },
  dismissal: { zh: '辞退', en: 'dismissal' },
  raise: { zh: '晋升工资档次', en: 'a higher pay grade' },
}
const actionOf = (action: unknown) => ACTION[String(action)] ?? { zh: '', en: '' }

/** What the general manager and the person concerned are told about a recommendation. */
export const recommendationTemplates = {
  'recommendation.made': ({ params, clauseTitle }) => ({
    title: { zh: `建议${actionOf(params.action).zh}，待总经理决定`, en: `Recommended: ${actionOf(params.action).en}` },
    body: {
      zh: `依据：${String(params.clause)} ${clauseTitle?.zh ?? ''}\n须经总经理批准方可执行。`,
      en: `Under: ${String(params.clause)} ${clauseTitle?.en ?? ''}\nNothing happens unless the general manager approves it.`,
    },
  }),
  'recommendation.groundFell': ({ params, clauseTitle }) => ({
    title: {
      zh: `已批准的${actionOf(params.action).zh}依据不再成立`,
      en: `The ground of an approved ${actionOf(params.action).en} fell away`,
    },
    body: {
      zh: `依据：${String(params.clause)} ${clauseTitle?.zh ?? ''}\n所依据的事件已更正，请总经理重新决定。`,
      en: `Under: ${String(params.clause)} ${clauseTitle?.en ?? ''}\nWhat it rested on was corrected; the general manager is to decide again.`,
    },
  }),
} as const satisfies Record<`${string}.${string}`, Template>
