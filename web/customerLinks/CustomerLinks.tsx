import Button from 'antd/es/button'
import { useState } from 'react'
import { linkPurposes, type LinkPurpose } from '../../rules/customerLink/link.ts'
import { useAsk, useDo } from '../client/useAsk.ts'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { customer } from '../texts/customer.ts'
import { links as words } from '../texts/customerLinks.ts'
import { LinkMail } from './LinkMail.tsx'
import { MakeLink } from './MakeLink.tsx'

export type Link = Answer<'get /api/service-tasks/{id}/customer-links'>['items'][number]
const TONES = { open: 'warn', used: 'good', expired: '', revoked: '' } as const
/** What is being made: for what, and to which mailbox where one is known. */
interface Making {
  purpose: LinkPurpose
  email: string | null
}

/** The links that this task's customer was given, how their mails fare, and making another. */
export default function CustomerLinks({ id }: { id: string }) {
  const say = useSay()
  const list = useAsk('get /api/service-tasks/{id}/customer-links', { params: { id } })
  const [making, make] = useState<Making>()
  return (
    <section className="stack tight" aria-label={say(words.title)}>
      <h2 className="sub">{say(words.title)}</h2>
      <Shown of={list}>
        {({ items, email, asked, mailWorks }) => (
          <>
            {items.length > 0 && (
              <ul className="promises">
                {items.map((link) => (
                  <OneLink
                    key={link.id}
                    taskId={id}
                    link={link}
                    mailWorks={mailWorks}
                    again={
                      asked.includes(link.purpose)
                        ? () => make({ purpose: link.purpose, email: link.sentTo })
                        : undefined
                    }
                  />
                ))}
              </ul>
            )}
            <div className="row">
              {asked.map((purpose) => (
                <Button
                  key={purpose}
                  aria-expanded={purpose === making?.purpose}
                  onClick={() => make({ purpose, email })}
                >
                  {say(words.make, { what: say(linkPurposes[purpose]) })}
                </Button>
              ))}
            </div>
            {asked.length === 0 && items.length === 0 && <p className="soft">{say(words.nothingAsked)}</p>}
            {making && <MakeLink key={`${making.purpose} ${making.email}`} id={id} {...making} />}
          </>
        )}
      </Shown>
    </section>
  )
}

function OneLink(props: { taskId: string; link: Link; mailWorks: boolean; again?: () => void }) {
  const { taskId, link, mailWorks, again } = props
  const say = useSay()
  const revoke = useDo('post /api/service-tasks/{id}/customer-links/{linkId}/revocation')
  return (
    <li>
      <div className="row">
        <span className={`mark ${TONES[link.state]}`}>{say(words[link.state])}</span>
        <span>{say(linkPurposes[link.purpose])}</span>
        {link.answer && <span>{say(customer[link.answer.kind])}</span>}
        {link.state === 'open' && (
          <Button
            size="small"
            loading={revoke.isPending}
            onClick={() => revoke.mutate({ params: { id: taskId, linkId: link.id } })}
          >
            {say(words.revoke)}
          </Button>
        )}
      </div>
      <LinkMail link={link} works={mailWorks} again={again} />
      <div className="row small soft">
        {link.usedAt ? (
          <When at={link.usedAt} />
        ) : (
          <span>
            {say(words.until)} <When at={link.expiresAt} />
          </span>
        )}
      </div>
      <Refused error={revoke.error} />
    </li>
  )
}
