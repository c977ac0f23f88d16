import type { Parameter } from '../policy/parameter.ts'

/** The most that may be imposed or granted by the case. The rulebook names no amount, so each is blank until it is set. */
const most = (clause: string, zh: string, en: string): Parameter => ({
  clause,
  label: { zh: `${zh}（上限）`, en: `${en} (at most)` },
  unit: 'fen',
  value: null,
})

/** Clauses that leave penalty or reward to the case: what happened has to be judged by a person. */
export const penaltyParameters: Record<string, Parameter> = {
  'penalty.askPreparation': most('S2-3.2.1.2', '未提前要求客户准备的处罚', 'Customer not asked to prepare'),
  'penalty.preparation': most('S2-3.2.1.3', '准备不足延误工作的处罚', 'Work delayed by poor preparation'),
  'penalty.service': most('S2-3.2.2.5', '服务不专业、效率低的处罚', 'Service neither efficient nor professional'),
  'penalty.requirementSheet': most('S2-3.3.7b', '草率提出需求单的问责', 'Careless requirement sheet'),
  'penalty.campaign': most('S2-3.9.8', '同业对标的奖惩', 'Result of the compliance campaign'),
  'penalty.exam': most('S2-4.4.6b', '季度考试的奖惩', 'Result of the quarterly exam'),
  'penalty.materials': most('S2-4.4.7b', '培训资料编写的奖惩', 'Training materials written in the year'),
}

/** Those that know a reward beside the penalty. */
export const REWARDED: readonly string[] = ['penalty.campaign', 'penalty.exam', 'penalty.materials']
