import { MINUTE } from '../../rules/instant.ts'
import { useAsk } from '../client/useAsk.ts'
import { useMay } from '../shell/session.tsx'

/** Our lines that anybody may have rung, as a field offers them. */
export function useLines(): { value: string; label: string }[] {
  const may = useMay()
  const { data } = useAsk('get /api/lines', {}, { freshMs: 10 * MINUTE, enabled: may('duty.read') })
  return (data?.items ?? [])
    .filter(({ kind, endedAt }) => kind === 'hotline' && !endedAt)
    .map(({ id, number, department }) => ({ value: id, label: `${department} ${number}` }))
}
