import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useServerNow } from '../client/clock.ts'
import { useSay } from '../language.tsx'
import { written } from '../parts/time.ts'
import { site } from '../texts/site.ts'
import { useOutbox } from './outbox.tsx'
import type { Deed } from './store.ts'
import './queue.css'

/** What waits on this device to be sent, of one case or all; what was refused says why, and waits for a decision. */
export function Queue({ caseId }: { caseId?: string }) {
  const say = useSay()
  const { deeds, sending, retry } = useOutbox()
  const shown = deeds.filter((deed) => caseId === undefined || deed.caseId === caseId)
  if (shown.length === 0) return null
  const refused = new Set(deeds.filter((deed) => deed.refused).map((deed) => deed.caseId))
  return (
    <section className="queue stack" aria-label={say(site.queue)}>
      <div className="row apart">
        <h2 className="sub">{say(site.waiting, { n: shown.length })}</h2>
        <Button loading={sending} onClick={() => void retry()}>
          {say(site.sendNow)}
        </Button>
      </div>
      <p className="soft small">{say(site.queueMore)}</p>
      <ol>
        {shown.map((deed) => (
          <Waits key={deed.seq} deed={deed} behind={!deed.refused && refused.has(deed.caseId)} />
        ))}
      </ol>
    </section>
  )
}

function Waits({ deed, behind }: { deed: Deed; behind: boolean }) {
  const say = useSay()
  const now = useServerNow()
  const { retry, discard } = useOutbox()
  const why = deed.refused && [deed.refused.detail, deed.refused.clause].filter(Boolean).join(' · ')
  return (
    <li className={why ? 'refused' : ''}>
      <strong>{say(deed.title)}</strong>
      <div className="soft small">{deed.about}</div>
      <div className="soft small row">
        <span>{say(site.doneAt, { time: written(deed.doneAt, now) })}</span>
        {deed.files.length > 0 && <span>{say(site.withFiles, { n: deed.files.length })}</span>}
        {behind && <span>{say(site.behind)}</span>}
      </div>
      {why && (
        <>
          <p role="alert" className="wrong">
            {say(site.refusedBecause, { why })}
          </p>
          <div className="row">
            <Button onClick={() => void retry(deed)}>{say(site.again)}</Button>
            <Popconfirm title={say(site.discardSure)} onConfirm={() => void discard(deed)}>
              <Button danger>{say(site.discard)}</Button>
            </Popconfirm>
          </div>
        </>
      )}
    </li>
  )
}
