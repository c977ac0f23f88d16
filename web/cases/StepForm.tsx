import Button from 'antd/es/button'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, LongField, TextField, TimeField } from '../parts/Field.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { Refused } from '../parts/Refused.tsx'
import { fieldOf } from '../parts/time.ts'
import { useFields, type Fields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import type { Step, StepField } from './step.ts'

/** The form of one step. A refusal says why, at its field where it has one; what was typed stays. */
export function StepForm({ step, caseId, done }: { step: Step; caseId: string; done: () => void }) {
  const say = useSay()
  const initial = Object.fromEntries(
    step.fields.map(({ name, kind }) => [name, kind === 'time' ? fieldOf(serverNow()) : '']),
  )
  // Only words are worth keeping: a time that was right when the form was opened would be wrong when it comes back.
  const words = step.fields.some(({ kind }) => kind === 'text' || kind === 'long')
  const fields = useFields(initial, words ? `${caseId}.${step.operation}` : undefined)
  const deed = useDo(step.operation)

  function submit() {
    const missing = step.fields.filter(({ name, optional }) => !optional && !fields.values[name]?.trim())
    if (missing.length > 0)
      return fields.setErrors(Object.fromEntries(missing.map(({ name }) => [name, say(texts.common.required)])))
    deed.mutate(step.given(caseId, fields.values), {
      onSuccess: () => {
        fields.forget()
        done()
      },
      onError: fields.blame,
    })
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {step.fields.map((field) => (
        <Control key={field.name} field={field} of={fields} />
      ))}
      <Refused error={deed.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {say(texts.common.submit)}
        </Button>
        <Button onClick={done}>{say(texts.common.cancel)}</Button>
      </div>
    </form>
  )
}

function Control({ field, of }: { field: StepField; of: Fields }) {
  const say = useSay()
  const props = { of, name: field.name, label: say(field.label), optional: field.optional }
  switch (field.kind) {
    case 'time':
      return <TimeField {...props} />
    case 'text':
      return <TextField {...props} />
    case 'long':
      return <LongField {...props} />
    case 'person':
      return <PersonField {...props} role={typeof field.role === 'function' ? field.role(of.values) : field.role} />
    case 'choice':
      return <ChoiceField {...props} options={field.options.map((one) => ({ ...one, label: say(one.label) }))} />
  }
}
