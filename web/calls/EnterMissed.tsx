import Modal from 'antd/es/modal'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, TextField, TimeField } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { fieldOf, isoOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { useLines } from './lines.ts'

/** A missed call that no telephone system told of. */
export function EnterMissed({ close }: { close: () => void }) {
  const say = useSay()
  const fields = useFields({ number: '', lineId: '', occurredAt: fieldOf(serverNow()) }, 'missed')
  const lines = useLines()
  const deed = useDo('post /api/calls')
  const { calls } = texts

  function submit() {
    const { number, lineId, occurredAt } = fields.values
    const body = { number: number?.trim() || null, lineId: lineId || undefined, occurredAt: isoOf(occurredAt!) }
    deed.mutate(
      { body },
      {
        onSuccess: () => {
          fields.forget()
          close()
        },
        onError: fields.blame,
      },
    )
  }
  return (
    <Modal
      open
      title={say(calls.enterMissed)}
      onCancel={close}
      onOk={submit}
      okText={say(texts.common.submit)}
      cancelText={say(texts.common.cancel)}
      confirmLoading={deed.isPending}
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          of={fields}
          name="number"
          label={say(calls.number)}
          inputMode="tel"
          optional
          autoFocus
          hint={say(calls.withheldHint)}
        />
        {lines.length > 0 && <ChoiceField of={fields} name="lineId" label={say(calls.line)} options={lines} optional />}
        <TimeField of={fields} name="occurredAt" label={say(calls.startedAt)} />
        <Refused error={deed.error} />
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
