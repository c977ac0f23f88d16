import type { Text } from '../../rules/text.ts'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'

/** The clause something rests on, with its title; a house rule says that it is one. */
export function Clause({ id, title }: { id: string; title: Text | null }) {
  const say = useSay()
  if (id.startsWith('house:')) return <span className="soft small">{say(texts.common.houseRule)}</span>
  return (
    <span className="soft small">
      {id} {title && say(title)}
    </span>
  )
}
