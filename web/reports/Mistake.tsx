import Button from 'antd/es/button'
import { useState } from 'react'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { Refused } from '../parts/Refused.tsx'
import { fieldOf, isoOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
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
    const missing = Object.entries({ knownAt, note }).filter(([, value]) => !value.trim())
    if (missing.length > 0)
      return fields.setErrors(Object.fromEntries(missing.map(([name]) => [name, say(texts.common.required)])))
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
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {may('report.ask') && <PersonField of={fields} name="personId" label={say(words.ofWhom)} optional />}
      <TextField of={fields} name="knownAt" label={say(words.knownAt)} type="datetime-local" />
      <LongField of={fields} name="note" label={say(words.whatWentWrong)} />
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
