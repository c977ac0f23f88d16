import Button from 'antd/es/button'
import { useState } from 'react'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TimeField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
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
  if (open) return <Correction fact={fact} done={() => setOpen(false)} />
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

function Correction({ fact, done }: { fact: Fact; done: () => void }) {
  const say = useSay()
  const fields = useFields({ occurredAt: fieldOf(instantOf(fact.occurredAt)), reason: '' })
  const deed = useDo('post /api/facts/{id}/corrections')
  function submit() {
    const { occurredAt = '', reason = '' } = fields.values
    const body = { occurredAt: isoOf(occurredAt), reason }
    deed.mutate({ params: { id: fact.id }, body }, { onSuccess: done, onError: fields.blame })
  }
  return (
    <Form of={fields} required={['reason']} deed={deed} submit={submit} cancel={done} className="stack tight">
      <TimeField of={fields} name="occurredAt" label={say(words.happened)} />
      <LongField of={fields} name="reason" label={say(texts.common.reason)} />
    </Form>
  )
}
