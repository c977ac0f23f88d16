import type { Parameter } from '../policy/parameter.ts'
import type { Text } from '../text.ts'

/** What clauses leave to the case, for a person to judge: by the key of its parameter. */
export const penaltyGrounds: Readonly<Record<string, Text & { clause: string }>> = {
  'penalty.askPreparation': {
    clause: 'S2-3.2.1.2',
    zh: '未提前要求客户准备的处罚',
    en: 'Customer not asked to prepare',
  },
  'penalty.preparation': { clause: 'S2-3.2.1.3', zh: '准备不足延误工作的处罚', en: 'Work delayed by poor preparation' },
  'penalty.service': {
    clause: 'S2-3.2.2.5',
    zh: '服务不专业、效率低的处罚',
    en: 'Service neither efficient nor professional',
  },
  'penalty.requirementSheet': { clause: 'S2-3.3.7b', zh: '草率提出需求单的问责', en: 'Careless requirement sheet' },
  'penalty.campaign': { clause: 'S2-3.9.8', zh: '同业对标的奖惩', en: 'Result of the compliance campaign' },
  'penalty.exam': { clause: 'S2-4.4.6b', zh: '季度考试的奖惩', en: 'Result of the quarterly exam' },
  'penalty.materials': { clause: 'S2-4.4.7b', zh: '培训资料编写的奖惩', en: 'Training materials written in the year' },
}

/** The most that may be imposed or granted under each. The rulebook names no amount, so each is blank until it is set. */
export const penaltyParameters: Record<string, Parameter> = Object.fromEntries(
  Object.entries(penaltyGrounds).map(([key, { clause, zh, en }]): [string, Parameter] => [
    key,
    { clause, label: { zh: `${zh}（上限）`, en: `${en} (at most)` }, unit: 'fen', value: null },
  ]),
)

/** Those that know a reward beside the penalty. */
export const REWARDED: readonly string[] = ['penalty.campaign', 'penalty.exam', 'penalty.materials']
