import { may, type Grant } from '../permissions.ts'
import { approversOf } from '../rulebook/parameters.ts'

/**
 * Whether somebody may try changes of a rulebook on the past: of any, who drafts rulebooks; of those they approve, who
 * only signs (S4-L-12). `terms`: what says who approves, by its key.
 */
export function mayTry(
  grants: readonly Grant[],
  terms: Readonly<Record<string, { value: unknown }>>,
  rulebookId: string,
): boolean {
  if (may(grants, 'rulebook.draft')) return true
  const approvers = approversOf(terms, rulebookId)
  return may(
    grants.filter(({ role }) => approvers.includes(role)),
    'backtest.run',
  )
}
