import Button from 'antd/es/button'
import { useState } from 'react'
import { formatInstant } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import type { Schemas } from '../../client/schema.ts'
import { useSay } from '../../language.tsx'
import { LongField, TextField } from '../../parts/Field.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { linesOf } from '../parts/dates.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

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
              <Edit customerId={of.id} of={one} done={close} />
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
      {editing === 'new' && <Edit customerId={of.id} done={close} />}
      {may('customer.edit') && editing === null && (
        <div>
          <Button onClick={() => setEditing('new')}>{say(words.newContact)}</Button>
        </div>
      )}
    </section>
  )
}

function Edit({ customerId, of, done }: { customerId: string; of?: Contact; done: () => void }) {
  const say = useSay()
  const fields = useFields({
    name: of?.name ?? '',
    post: of?.post ?? '',
    address: of?.address ?? '',
    email: of?.email ?? '',
    numbers: of?.numbers.join('\n') ?? '',
  })
  const create = useSave('post /api/customers/{id}/contacts', fields, done)
  const change = useSave('patch /api/contacts/{id}', fields, done)
  function submit() {
    const { name = '', post, address, email, numbers } = fields.values
    const body = {
      name,
      post: post?.trim() || null,
      address: address?.trim() || null,
      email: email?.trim() || null,
      numbers: linesOf(numbers),
    }
    if (of) change.save({ params: { id: of.id }, body })
    else create.save({ params: { id: customerId }, body })
  }
  return (
    <Form of={fields} required={['name']} deed={of ? change : create} submit={submit}>
      <div className="grid">
        <TextField of={fields} name="name" label={say(words.contactName)} autoFocus />
        <TextField of={fields} name="post" label={say(words.contactPost)} optional />
        <TextField of={fields} name="address" label={say(words.address)} optional />
        <TextField of={fields} name="email" label={say(words.email)} type="email" optional />
      </div>
      <LongField of={fields} name="numbers" label={say(words.numbers)} hint={say(admin.onePerLine)} optional />
    </Form>
  )
}
