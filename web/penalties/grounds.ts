import { isClauseId, clause } from '../../rules/clauses/index.ts'
import { penaltyParameters, REWARDED } from '../../rules/penalty/parameters.ts'
import type { Text } from '../../rules/text.ts'
import type { Given } from '../client/ask.ts'
import { useInForce } from '../rulebook/useInForce.ts'

export type Ground = Given<'post /api/penalties'>['body']['ground']

export const groundLabel = (ground: string): Text => {
  const { clause: id, label } = penaltyParameters[ground] ?? { clause: null, label: { zh: ground, en: ground } }
  return id && isClauseId(id) ? clause(id) : label
}
export const isRewarded = (ground: string) => REWARDED.includes(ground)

/** The rulebook whose clauses leave penalties to the case. */
const RULEBOOK = 'S2'

/** The most that may be imposed under each ground as the rulebook stands now, in fen; null: blank. */
export function useLimits(): (ground: string) => number | null | undefined {
  const { data } = useInForce(RULEBOOK)
  return (ground) => data && ((data.parameters.find(({ key }) => key === ground)?.value as number | null) ?? null)
}
