import { forms } from '../../rules/report/forms.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { DateField } from '../parts/SpecialFields.tsx'
import { useFields } from '../parts/useFields.ts'
import { words } from '../texts/reports.ts'

const WANTED = ['regionalData', 'provinceData', 'specifications', 'formality'] as const

/** Asks somebody for data, a report or a formality, by a day or in time. */
export function Request({ done }: { done: () => void }) {
  const say = useSay()
  const fields = useFields({ form: '', authorId: '', month: '', dueOn: '', request: '' }, 'reportRequest')
  const deed = useDo('post /api/reports/requests')
  const options = WANTED.map((value) => ({ value, label: say(forms[value].label) }))
  function submit() {
    const { authorId = '', month, dueOn, request = '' } = fields.values
    const form = WANTED.find((one) => one === fields.values['form'])
    if (!form) return
    deed.mutate(
      { body: { form, authorId, request, ...(month && { month }), ...(dueOn && { dueOn }) } },
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
      required={['form', 'authorId', 'request']}
      deed={deed}
      submit={submit}
      cancel={done}
      className="card stack"
    >
      <SelectField of={fields} name="form" label={say(words.form)} options={options} />
      <PersonField of={fields} name="authorId" label={say(words.author)} />
      <div className="grid">
        <TextField of={fields} name="month" label={say(words.aboutMonth)} type="month" optional />
        <DateField of={fields} name="dueOn" label={say(words.dueOn)} optional />
      </div>
      <LongField of={fields} name="request" label={say(words.requested)} />
    </Form>
  )
}
