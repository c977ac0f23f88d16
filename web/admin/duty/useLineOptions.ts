import { useAsk } from '../../client/useAsk.ts'

/** The lines that are ours, as options. */
export function useLineOptions() {
  const { data } = useAsk('get /api/lines', {})
  return (data?.items ?? [])
    .filter((line) => !line.endedAt)
    .map(({ id, number, department }) => ({ value: id, label: `${number} ${department}` }))
}
