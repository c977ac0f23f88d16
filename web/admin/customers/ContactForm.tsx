import type { Schemas } from '../../client/schema.ts'
import { useSay } from '../../language.tsx'
import { LongField, TextField } from '../../parts/Field.tsx'
import { useFields } from '../../parts/useFields.ts'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { linesOf } from '../parts/dates.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

type Contact = Schemas['Contact']

/** One of the people at a customer, to be entered or changed. */
export function ContactForm({ customerId, of, done }: { customerId: string; of?: Contact; done: () => void }) {
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
