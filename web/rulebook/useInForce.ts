import { MINUTE } from '../../rules/instant.ts'
import { useAsk } from '../client/useAsk.ts'

/** A rulebook's version in force with all its values; what has no version yet stands as the rulebook itself says. */
export function useInForce(id: string) {
  const books = useAsk('get /api/rulebooks', {}, { freshMs: MINUTE })
  const version = books.data?.items.find((one) => one.id === id)?.version ?? 0
  return useAsk('get /api/rulebooks/{id}/versions/{version}', { params: { id, version } }, { enabled: version > 0 })
}
