import { useEffect } from 'react'
import { Link } from 'wouter'
import { useSay } from '../language.tsx'
import { useMay } from '../shell/session.tsx'
import { site } from '../texts/site.ts'
import { useOutbox } from './outbox.tsx'
import { keepPages } from './worker.ts'

/** In the head of every page: that something done here is not sent yet, or was refused. */
export function OutboxMark() {
  const say = useSay()
  const may = useMay()
  const { deeds } = useOutbox()
  const works = may('serviceTask.work')
  useEffect(() => void (works && keepPages()), [works])
  const refused = deeds.filter((deed) => deed.refused).length
  if (deeds.length === 0) return null
  return (
    <span role="status">
      <Link href="/site" className={`mark ${refused ? 'bad' : 'warn'}`}>
        {refused > 0 ? say(site.refused, { n: refused }) : say(site.toSend, { n: deeds.length })}
      </Link>
    </span>
  )
}
