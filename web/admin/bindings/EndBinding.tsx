import { useState } from 'react'
import { policyOf } from '../../../rules/policy/index.ts'
import { localDate } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import type { Schemas } from '../../client/schema.ts'
import { useSay } from '../../language.tsx'
import { DateField } from '../../parts/SpecialFields.tsx'
import { useFields } from '../../parts/useFields.ts'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/bindings.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

/** Says on which day a rulebook holds for somebody for the last time. */
export function EndBinding({ of, close }: { of: Schemas['Binding']; close: () => void }) {
  const say = useSay()
  const [today] = useState(() => localDate(serverNow()))
  const fields = useFields({ toOn: today })
  const deed = useSave('patch /api/policy-bindings/{bindingId}', fields, close)
  const submit = () => deed.save({ params: { bindingId: of.id }, body: { toOn: fields.values['toOn']! } })
  return (
    <Panel title={`${of.policy} ${say(policyOf(of.policy).title)}`} close={close}>
      <Form of={fields} required={['toOn']} deed={deed} submit={submit} label={say(admin.end)}>
        <DateField of={fields} name="toOn" label={say(words.toOn)} />
      </Form>
    </Panel>
  )
}
