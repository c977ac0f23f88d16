import { MINUTE } from '../../rules/instant.ts'
import { useAsk } from '../client/useAsk.ts'

/** The regions as a field offers them, and what each is called. */
export function useRegions() {
  const found = useAsk('get /api/regions', {}, { freshMs: 10 * MINUTE })
  const items = found.data?.items ?? []
  return {
    options: items.map((one) => ({ value: one.id, label: one.name })),
    nameOf: (id: string | null) => items.find((one) => one.id === id)?.name ?? '—',
  }
}
