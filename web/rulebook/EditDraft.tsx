import type { Answer } from '../client/ask.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { words } from '../texts/rulebooks.ts'
import { typedOf, type Parameter } from './change.ts'
import { ChangesField } from './ChangesField.tsx'
import { useParameters } from './useBook.ts'
import { useChanges } from './useChanges.ts'

type Draft = Answer<'get /api/rulebook-drafts/{id}'>

/** Its author changes a draft that is not submitted, or was sent back. */
export function EditDraft({ of, done }: { of: Draft; done: () => void }) {
  const parameters = useParameters(of.rulebookId)
  return parameters ? <Edit of={of} parameters={parameters} done={done} /> : <Waiting />
}

function Edit({ of, parameters, done }: { of: Draft; parameters: readonly Parameter[]; done: () => void }) {
  const say = useSay()
  const changes = useChanges(of.caseId, parameters, {
    kind: of.kind,
    note: of.note,
    reference: of.reference ?? '',
    changes: JSON.stringify(typedOf(parameters, of.values)),
  })
  const { fields } = changes
  const deed = useDo('patch /api/rulebook-drafts/{id}')
  const { note = '', reference = '' } = fields.values
  function submit() {
    if (!changes.isSound) return
    deed.mutate(
      {
        params: { id: of.caseId },
        body: { values: changes.values, note, ...(reference.trim() && { reference }) },
      },
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
      required={['note']}
      deed={deed}
      submit={submit}
      label={say(words.saveDraft)}
      cancel={done}
      className="steps stack"
    >
      {parameters.length > 0 && <ChangesField of={changes} parameters={parameters} />}
      <LongField of={fields} name="note" label={say(words.note)} rows={4} />
      <TextField of={fields} name="reference" label={say(words.reference)} optional />
    </Form>
  )
}
