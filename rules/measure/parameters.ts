import type { Parameter } from '../policy/parameter.ts'
import { measures } from './measures.ts'

/** The limits of a programme's rewards: no rulebook names an amount, so each is blank until it is set. */
export function measureParameters(programme: string): Record<string, Parameter> {
  return Object.fromEntries(
    measures
      .filter((one) => one.programme === programme && one.money)
      .map(({ money, clause, label }): [string, Parameter] => [
        money!,
        { clause, label: { zh: `${label.zh}（上限）`, en: `${label.en} (at most)` }, unit: 'fen', value: null },
      ]),
  )
}

/** How the ladder of S3-7.2 is climbed; how long a rung counts is the house's rule. */
export const ladderParameters: Record<string, Parameter> = {
  'measure.ladder': {
    clause: 'S3-7.2',
    label: { zh: '纪律处分是否须逐级升级', en: 'Whether the disciplinary ladder is climbed rung by rung' },
    unit: 'setting',
    value: 'rungByRung',
    choices: ['rungByRung', 'free'],
  },
  'measure.memory': {
    clause: null,
    label: { zh: '处分保留几个月（0 为长期）', en: 'Months for which a rung counts (0: for ever)' },
    unit: 'months',
    value: 0,
  },
}
