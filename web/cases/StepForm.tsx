import Alert from 'antd/es/alert'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, LongField, TextField, TimeField } from '../parts/Field.tsx'
import { FilesField } from '../parts/FilesField.tsx'
import { Form } from '../parts/Form.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { ResidentField } from '../staffChanges/ResidentField.tsx'
import { SignatureField } from '../parts/SignatureField.tsx'
import { DateField, FlagsField, PairsField } from '../parts/SpecialFields.tsx'
import { fieldOf } from '../parts/time.ts'
import { useFields, type Fields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import type { Step, StepField } from './step.ts'

interface Props {
  step: Step
  caseId: string
  done: () => void
  /** Somebody else took the step, or it is no longer owed, while it was being filled in. */
  overtaken?: boolean
}

/** How what a form says gets where it belongs: to the server at once, or into what waits on the device. */
export interface Deed {
  mutate(given: never, then: { onSuccess: () => void; onError: (error: unknown) => void }): void
  isPending: boolean
  error: unknown
}

/** The form of one step. A refusal says why, at its field where it has one; what was typed stays. */
export function StepForm(props: Props) {
  return <StepFields {...props} deed={useDo(props.step.operation)} />
}

export function StepFields({ step, caseId, done, overtaken, deed }: Props & { deed: Deed }) {
  const say = useSay()
  const initial = Object.fromEntries(
    step.fields.map(({ name, kind, optional }) => [name, kind === 'time' && !optional ? fieldOf(serverNow()) : '']),
  )
  // Only words are worth keeping: a time that was right when the form was opened would be wrong when it comes back. That of
  // a signature is kept with it.
  const words = step.fields.some(({ kind }) => ['text', 'long', 'pairs', 'signature'].includes(kind))
  const signed = step.fields.map((field) => (field.kind === 'signature' ? field.at : undefined))
  const fresh = step.fields
    .filter(({ name, kind }) => kind === 'time' && !signed.includes(name))
    .map(({ name }) => name)
  const fields = useFields(initial, words ? `${caseId}.${step.operation}` : undefined, fresh)

  function submit() {
    deed.mutate(step.given(caseId, fields.values), {
      onSuccess: () => {
        fields.forget()
        done()
      },
      onError: fields.blame,
    })
  }

  return (
    <Form
      of={fields}
      required={step.fields.filter(({ optional }) => !optional).map(({ name }) => name)}
      deed={deed}
      submit={submit}
      cancel={done}
    >
      {overtaken && !deed.isPending && (
        <Alert type="warning" role="alert" showIcon title={say(texts.cases.overtaken)} />
      )}
      {step.fields.map((field) => (
        <Control key={field.name} field={field} of={fields} caseId={caseId} />
      ))}
    </Form>
  )
}

function Control({ field, of, caseId }: { field: StepField; of: Fields; caseId: string }) {
  const say = useSay()
  const props = {
    of,
    name: field.name,
    label: say(field.label),
    optional: field.optional,
    hint: field.hint && say(field.hint),
  }
  switch (field.kind) {
    case 'time':
      return <TimeField {...props} />
    case 'text':
      return <TextField {...props} />
    case 'long':
      return <LongField {...props} />
    case 'person':
      return <PersonField {...props} role={typeof field.role === 'function' ? field.role(of.values) : field.role} />
    case 'resident':
      return <ResidentField {...props} changeId={caseId} />
    case 'date':
      return <DateField {...props} />
    case 'files':
      return <FilesField {...props} />
    case 'signature':
      return <SignatureField {...props} at={field.at} />
    case 'pairs':
      return <PairsField {...props} heads={[say(field.heads[0]), say(field.heads[1])]} />
    case 'choice':
    case 'flags': {
      const options = field.options.map((one) => ({ ...one, label: say(one.label) }))
      return field.kind === 'flags' ? (
        <FlagsField {...props} options={options} />
      ) : (
        <ChoiceField {...props} options={options} />
      )
    }
  }
}
