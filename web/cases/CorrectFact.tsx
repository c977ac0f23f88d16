import Button from 'antd/es/button'
import { useState } from 'react'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TimeField } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { fieldOf, instantOf, isoOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { useMay } from '../shell/session.tsx'
import { corrections as words } from '../texts/corrections.ts'
import { texts } from '../texts/index.ts'
import type { Case } from './useCase.ts'

type Fact = Case['facts'][number]

/** For those who lead: set right when something happened, or confirm a time that was claimed late. */
export function CorrectFact({ fact }: { fact: Fact }) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const confirm = useDo('post /api/facts/{id}/confirmation')
  if (!may('fact.correct') || fact.correctsId) return null
  if (open) return <Form fact={fact} done={() => setOpen(false)} />
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpen(true)}>
        {say(words.correct)}
      </Button>
      {fact.provisional && (
        <Button
          size="small"
          type="link"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ params: { id: fact.id }, body: {} })}
        >
          {say(words.confirm)}
        </Button>
      )}
      <Refused error={confirm.error} />
    </>
  )
}

function Form({ fact, done }: { fact: Fact; done: () => void }) {
  const say = useSay()
  const fields = useFields({ occurredAt: fieldOf(instantOf(fact.occurredAt)), reason: '' })
  const deed = useDo('post /api/facts/{id}/corrections')
  function submit() {
    const { occurredAt = '', reason = '' } = fields.values
    if (!reason.trim()) return fields.setErrors({ reason: say(texts.common.required) })
    const body = { occurredAt: isoOf(occurredAt), reason }
    deed.mutate({ params: { id: fact.id }, body }, { onSuccess: done, onError: fields.blame })
  }
  return (
    <form
      className="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TimeField of={fields} name="occurredAt" label={say(words.happened)} />
      <LongField of={fields} name="reason" label={say(texts.common.reason)} />
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
