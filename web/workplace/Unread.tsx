import { Link } from 'wouter'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'

/** All rulebooks in force that I have yet to read, as one matter: first versions, and those that bind me since lately. */
export function Unread() {
  const say = useSay()
  const n = useAsk('get /api/workplace', {}).data?.unread ?? 0
  if (n === 0) return null
  return (
    <p className="card">
      <Link href="/rulebook?show=mine">{say(texts.workplace.unread, { n })} →</Link>
    </p>
  )
}
