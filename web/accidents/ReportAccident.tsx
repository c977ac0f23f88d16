import { useState } from 'react'
import { useLocation } from 'wouter'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField, TimeField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { Page } from '../parts/Page.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { fieldOf, isoOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { words } from '../texts/accidents.ts'
import { Definitions } from './Definitions.tsx'
import { groundOf, groundOptions } from './grounds.ts'

/** An accident with the ground that gives it its class; further grounds follow in the case. */
export default function ReportAccident() {
  const say = useSay()
  const [, go] = useLocation()
  const [opened] = useState(() => fieldOf(serverNow()))
  const empty = { engineerId: '', occurredAt: opened, ground: '', source: '', description: '', separate: '' }
  const fields = useFields(empty, 'accident')
  const deed = useDo('post /api/accidents')

  function submit() {
    const { engineerId = '', occurredAt = '', ground = '', source = '', description = '', separate } = fields.values
    const at = isoOf(occurredAt)
    deed.mutate(
      {
        body: {
          engineerId,
          occurredAt: at,
          description,
          ...(separate === 'yes' && { separate: true }),
          grounds: [{ ground: groundOf(ground), source, occurredAt: at }],
        },
      },
      {
        onSuccess: ({ id }) => {
          fields.forget()
          go(`/cases/${id}`)
        },
        onError: fields.blame,
      },
    )
  }
  return (
    <Page title={say(words.report)}>
      <Form
        of={fields}
        required={['engineerId', 'occurredAt', 'ground', 'source', 'description']}
        deed={deed}
        submit={submit}
        button={{ danger: true }}
        cancel={() => go('/accidents')}
        className="card stack"
      >
        <PersonField of={fields} name="engineerId" label={say(words.engineer)} role="engineer" />
        <SelectField
          of={fields}
          name="ground"
          label={say(words.ground)}
          options={groundOptions.map(({ value, label }) => ({ value, label: say(label) }))}
        />
        <TextField of={fields} name="source" label={say(words.source)} />
        <TimeField of={fields} name="occurredAt" label={say(words.occurredAt)} />
        <LongField of={fields} name="description" label={say(words.description)} rows={3} />
        <SelectField
          of={fields}
          name="separate"
          label={say(words.separate)}
          options={[{ value: 'yes', label: say(words.anotherFact) }]}
          optional
        />
      </Form>
      <Definitions />
    </Page>
  )
}
