import Button from 'antd/es/button'
import { useState } from 'react'
import { formatInstant } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import type { Schemas } from '../../client/schema.ts'
import { useSay } from '../../language.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { useSave } from '../parts/useSave.ts'
import { ContactForm } from './ContactForm.tsx'

type Contact = Schemas['Contact']

/** The people at a customer with their numbers; whoever left stays written, and their numbers are nobody's. */
export function Contacts({ of }: { of: { id: string; contacts: readonly Contact[] } }) {
  const say = useSay()
  const may = useMay()
  const [editing, setEditing] = useState<string | null>(null)
  const end = useSave('patch /api/contacts/{id}')
  const close = () => setEditing(null)
  return (
    <section className="stack tight">
      <h2 className="sub">{say(words.contacts)}</h2>
      {of.contacts.length === 0 && <p className="soft">{say(words.noContacts)}</p>}
      <ul className="plain">
        {of.contacts.map((one) =>
          editing === one.id ? (
            <li key={one.id}>
              <ContactForm customerId={of.id} of={one} done={close} />
            </li>
          ) : (
            <li key={one.id} className="row apart">
              <span>
                {one.name} <span className="soft">{one.post}</span>{' '}
                <span className="clock small">{one.numbers.join(' ')}</span>{' '}
                {one.endedAt && <span className="mark">{say(words.left)}</span>}
              </span>
              {may('customer.edit') && !one.endedAt && (
                <span className="row">
                  <Button
                    size="small"
                    aria-label={`${say(admin.edit)}: ${one.name}`}
                    onClick={() => setEditing(one.id)}
                  >
                    {say(admin.edit)}
                  </Button>
                  <Button
                    size="small"
                    title={say(words.leftHelp)}
                    aria-label={`${say(words.left)}: ${one.name}`}
                    onClick={() => end.save({ params: { id: one.id }, body: { endedAt: formatInstant(serverNow()) } })}
                  >
                    {say(words.left)}
                  </Button>
                </span>
              )}
            </li>
          ),
        )}
      </ul>
      <Refused error={end.error} />
      {editing === 'new' && <ContactForm customerId={of.id} done={close} />}
      {may('customer.edit') && editing === null && (
        <div>
          <Button onClick={() => setEditing('new')}>{say(words.newContact)}</Button>
        </div>
      )}
    </section>
  )
}
