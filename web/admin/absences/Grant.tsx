import { useState } from 'react'
import { HOUR, MINUTE } from '../../../rules/instant.ts'
import { roles, type Role } from '../../../rules/roles.ts'
import type { Answer } from '../../client/ask.ts'
import { serverNow } from '../../client/clock.ts'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { TimeField } from '../../parts/Field.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { fieldOf, instantOf, isoOf } from '../../parts/time.ts'
import { useFields } from '../../parts/useFields.ts'
import { words } from '../../texts/admin.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

/** Names somebody who may act in a role of somebody else for a time. */
export function Grant(props: { close: () => void; done: (answer: Answer<'post /api/substitutions'>) => void }) {
  const { close, done } = props
  const say = useSay()
  const [opened] = useState(serverNow)
  const fields = useFields({
    fromPersonId: '',
    toPersonId: '',
    role: '',
    fromAt: fieldOf(opened),
    toAt: fieldOf(opened + 24 * HOUR),
  })
  const { fromPersonId = '', toPersonId = '', role, fromAt = '', toAt = '' } = fields.values
  const grantor = useAsk(
    'get /api/people/{id}',
    { params: { id: fromPersonId } },
    { enabled: fromPersonId !== '', freshMs: MINUTE },
  )
  const held = fromPersonId
    ? (grantor.data?.roles.filter((one) => one.toAt === null || instantOf(one.toAt) > opened) ?? [])
    : []
  const options = [...new Set(held.map((one) => one.role))].map((one) => ({ value: one, label: say(roles[one]) }))
  const deed = useSave('post /api/substitutions', fields, done)
  const submit = () =>
    deed.save({ body: { fromPersonId, toPersonId, role: role as Role, fromAt: isoOf(fromAt), toAt: isoOf(toAt) } })
  return (
    <Panel title={say(words.grant)} close={close}>
      <Form
        of={fields}
        required={['fromPersonId', 'role', 'toPersonId', 'fromAt', 'toAt']}
        deed={deed}
        submit={submit}
        label={say(words.grant)}
      >
        <PersonField of={fields} name="fromPersonId" label={say(words.grantor)} />
        <SelectField of={fields} name="role" label={say(words.role)} options={options} />
        <PersonField of={fields} name="toPersonId" label={say(words.substitute)} />
        <TimeField of={fields} name="fromAt" label={say(words.from)} />
        <TimeField of={fields} name="toAt" label={say(words.to)} />
      </Form>
    </Panel>
  )
}
