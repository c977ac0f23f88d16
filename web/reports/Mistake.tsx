import { useState } from 'react'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { fieldOf, isoOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { useMay } from '../shell/session.tsx'
import { words } from '../texts/reports.ts'

/** Records a mistake: its report to the leader and its correction are owed from then on. */
export function Mistake({ done }: { done: () => void }) {
  const say = useSay()
  const may = useMay()
  const [now] = useState(() => fieldOf(serverNow()))
  const fields = useFields({ personId: '', knownAt: now, note: '' }, 'mistake')
  const deed = useDo('post /api/reports/mistakes')
  function submit() {
    const { personId, knownAt = '', note = '' } = fields.values
    deed.mutate(
      { body: { knownAt: isoOf(knownAt), note, ...(personId && { personId }) } },
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
    <Form of={fields} required={['knownAt', 'note']} deed={deed} submit={submit} cancel={done} className="card stack">
      {may('report.ask') && <PersonField of={fields} name="personId" label={say(words.ofWhom)} optional />}
      <TextField of={fields} name="knownAt" label={say(words.knownAt)} type="datetime-local" />
      <LongField of={fields} name="note" label={say(words.whatWentWrong)} />
    </Form>
  )
}
