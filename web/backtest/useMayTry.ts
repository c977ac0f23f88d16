import { mayTry } from '../../rules/backtest/mayTry.ts'
import { useParameters } from '../rulebook/useBook.ts'
import { useMe } from '../shell/session.tsx'

/** Of which rulebooks I may try changes on the past. Undefined while it is read who approves which. */
export function useMayTry(): ((rulebookId: string) => boolean) | undefined {
  const { grants } = useMe()
  const signing = useParameters('rulebook')
  if (!signing) return undefined
  const terms = Object.fromEntries(signing.map(({ key, value }) => [key, { value }]))
  return (rulebookId) => mayTry(grants, terms, rulebookId)
}
