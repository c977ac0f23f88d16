import { useState } from 'react'
import { RECORD_KINDS, type RecordKind } from '../../rules/record/record.ts'
import { useRegions } from '../admin/parts/useRegions.ts'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, TextField, TimeField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { fieldOf, isoOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { recordKinds, words } from '../texts/records.ts'
import { partsOf, recordOf } from './parts.ts'

/** A fact about a person, or an opening balance: whom, when, what. */
export function NewRecord({ done }: { done: () => void }) {
  const say = useSay()
  const regions = useRegions()
  const [opened] = useState(() => fieldOf(serverNow()))
  const fields = useFields({ personId: '', kind: 'examTaken', occurredAt: opened }, 'record')
  const deed = useDo('post /api/records')
  const { personId = '', occurredAt = '' } = fields.values
  const kind = (fields.values['kind'] || 'examTaken') as RecordKind
  function submit() {
    deed.mutate(
      { body: { personId, occurredAt: isoOf(occurredAt), record: recordOf(kind, fields.values) } },
      {
        onSuccess: () => {
          fields.forget()
          done()
        },
        onError: fields.blame,
      },
    )
  }
  return (
    <Form
      of={fields}
      required={['personId', 'occurredAt', ...partsOf[kind].map(({ name }) => name)]}
      deed={deed}
      submit={submit}
      cancel={done}
      className="card stack"
    >
      <PersonField of={fields} name="personId" label={say(texts.common.person)} />
      <SelectField
        of={fields}
        name="kind"
        label={say(words.kind)}
        options={RECORD_KINDS.map((value) => ({ value, label: say(recordKinds[value]) }))}
      />
      {partsOf[kind].map((part) => {
        const props = { of: fields, name: part.name, label: say(part.label) }
        if (part.kind === 'choice')
          return (
            <ChoiceField
              key={part.name}
              {...props}
              options={part.options.map((one) => ({ ...one, label: say(one.label) }))}
            />
          )
        if (part.kind === 'region') return <SelectField key={part.name} {...props} options={regions.options} />
        return <TextField key={part.name} {...props} type={part.kind} />
      })}
      <TimeField of={fields} name="occurredAt" label={say(texts.common.happenedAt)} />
    </Form>
  )
}
