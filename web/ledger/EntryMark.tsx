import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { words } from '../texts/ledger.ts'

export type Entry = Answer<'get /api/ledger/{id}'>

const TONES = { provisional: 'warn', confirmed: '', reversed: 'good', waived: 'good' } as const

/** How an entry stands; one that is about another has no state of its own. */
export function EntryMark({ of }: { of: Pick<Entry, 'state'> }) {
  const say = useSay()
  if (of.state === null) return null
  return <span className={`mark ${TONES[of.state]}`}>{say(words[of.state])}</span>
}
