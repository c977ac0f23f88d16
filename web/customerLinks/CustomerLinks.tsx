import Button from 'antd/es/button'
import { useState } from 'react'
import { LINK_PURPOSES, linkPurposes, type LinkPurpose } from '../../rules/customerLink/link.ts'
import { useAsk, useDo } from '../client/useAsk.ts'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { customer } from '../texts/customer.ts'
import { links as words } from '../texts/customerLinks.ts'
import { MakeLink } from './MakeLink.tsx'

type Link = Answer<'get /api/service-tasks/{id}/customer-links'>['items'][number]
const TONES = { open: 'warn', used: 'good', expired: '', revoked: '' } as const

/** The links that this task's customer was given, and making another. */
export default function CustomerLinks({ id, open }: { id: string; open: boolean }) {
  const say = useSay()
  const list = useAsk('get /api/service-tasks/{id}/customer-links', { params: { id } })
  const [purpose, setPurpose] = useState<LinkPurpose>()
  return (
    <section className="stack tight" aria-label={say(words.title)}>
      <h2 className="sub">{say(words.title)}</h2>
      <Shown of={list}>
        {({ items, email }) => (
          <>
            {items.length > 0 && (
              <ul className="promises">
                {items.map((link) => (
                  <OneLink key={link.id} taskId={id} link={link} />
                ))}
              </ul>
            )}
            {open && (
              <div className="row">
                {LINK_PURPOSES.map((one) => (
                  <Button key={one} aria-expanded={one === purpose} onClick={() => setPurpose(one)}>
                    {say(words.make, { what: say(linkPurposes[one]) })}
                  </Button>
                ))}
              </div>
            )}
            {open && purpose && <MakeLink key={purpose} id={id} purpose={purpose} email={email} />}
          </>
        )}
      </Shown>
    </section>
  )
}

function OneLink({ taskId, link }: { taskId: string; link: Link }) {
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
      <div className="row small soft">
        {link.sentTo && <span>{link.sentTo}</span>}
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
