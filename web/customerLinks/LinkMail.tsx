import Button from 'antd/es/button'
import { useSay } from '../language.tsx'
import { When } from '../parts/When.tsx'
import { links as words } from '../texts/customerLinks.ts'
import type { Link } from './CustomerLinks.tsx'

/** How the mail with a link fares: sent, waiting for its next attempt, or given up, with a way to send another. */
export function LinkMail({ link, works, again }: { link: Link; works: boolean; again?: () => void }) {
  const say = useSay()
  const { mail, sentTo } = link
  if (!mail) return null
  const over = link.state !== 'open' && mail.state === 'waiting'
  const failed = mail.state === 'failed'
  return (
    <div className="row small">
      <span>{sentTo}</span>
      {mail.state === 'sent' && (
        <span className="soft">
          {say(words.sent)} <When at={mail.sentAt} />
        </span>
      )}
      {mail.state === 'waiting' && !over && (
        <span className={mail.error || !works ? 'mark warn' : 'soft'}>
          {say(works ? (mail.error ? words.tryingAgain : words.waiting) : words.notConfigured, { n: mail.attempts })}
        </span>
      )}
      {failed && <span className="mark bad">{say(words.failed)}</span>}
      {(failed || (mail.error !== null && !over && mail.state === 'waiting')) && (
        <span className="soft">
          {say(mail.error?.startsWith('smtp') ? words.refusedBy : words.noServer, { code: mail.error ?? '' })}
        </span>
      )}
      {failed && again && (
        <Button size="small" onClick={again}>
          {say(words.again)}
        </Button>
      )}
    </div>
  )
}
