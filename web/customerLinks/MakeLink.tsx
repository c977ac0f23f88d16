import Button from 'antd/es/button'
import Input from 'antd/es/input'
import QRCode from 'antd/es/qr-code'
import { useId, useState } from 'react'
import type { LinkPurpose } from '../../rules/customerLink/link.ts'
import { useDo } from '../client/useAsk.ts'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { TextField } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useForm } from '../parts/useFields.ts'
import { links as words } from '../texts/customerLinks.ts'

/** Makes a link: mailed where an address is given, and in any case to be copied or scanned, here and only now. */
export function MakeLink({ id, purpose, email }: { id: string; purpose: LinkPurpose; email: string | null }) {
  const say = useSay()
  const fields = useForm({ sendTo: email ?? '' })
  const make = useDo('post /api/service-tasks/{id}/customer-links')
  const sendTo = fields.values['sendTo']?.trim()
  if (make.data) return <Made made={make.data} />
  return (
    <form
      className="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate({ params: { id }, body: { purpose, ...(sendTo && { sendTo }) } }, { onError: fields.blame })
      }}
    >
      <p className="soft small">{say(words.help)}</p>
      <TextField of={fields} name="sendTo" type="email" label={say(words.email)} hint={say(words.emailHelp)} optional />
      <Refused error={make.error} />
      <div>
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {say(words.go)}
        </Button>
      </div>
    </form>
  )
}

function Made({ made }: { made: Answer<'post /api/service-tasks/{id}/customer-links'> }) {
  const say = useSay()
  const id = useId()
  const [copied, setCopied] = useState(false)
  // Plain HTTP has no clipboard; the field stays, to be copied by hand.
  const copy = () => void navigator.clipboard?.writeText(made.url).then(() => setCopied(true))
  // Who closes the phone's own sheet without choosing anybody has changed their mind.
  const share = () => void navigator.share({ url: made.url }).catch(() => {})
  return (
    <div className="stack tight" role="status">
      {made.mail !== 'notAsked' && (
        <p>
          <span className={made.mail === 'waiting' ? 'mark' : 'mark warn'}>{say(words[made.mail])}</span>
        </p>
      )}
      <label htmlFor={id}>{say(words.link)}</label>
      <Input id={id} readOnly value={made.url} onFocus={({ target }) => target.select()} />
      <div className="row">
        {'share' in navigator && (
          <Button type="primary" onClick={share}>
            {say(words.share)}
          </Button>
        )}
        {'clipboard' in navigator && <Button onClick={copy}>{say(copied ? words.copied : words.copy)}</Button>}
      </div>
      <QRCode aria-label={say(words.qr)} value={made.url} type="svg" size={180} errorLevel="M" />
      <p className="soft small">{say(words.once)}</p>
    </div>
  )
}
