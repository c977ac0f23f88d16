import { MINUTE } from '../../../rules/instant.ts'
import { useAsk } from '../../client/useAsk.ts'

/** Everybody ever in the register as options of a filter. */
export function usePeople() {
  const { data } = useAsk('get /api/names', {}, { freshMs: 10 * MINUTE })
  return (data?.items ?? []).map(({ id, name, sounds }) => ({ value: id, label: name, sounds }))
}
