import { movementLabels } from '../../rules/fund/fund.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { fenOf } from '../parts/money.ts'
import { PersonField } from '../parts/PersonField.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/fund.ts'

/** A fine was paid, or a reward is paid out, now. */
export function Move({ done }: { done: () => void }) {
  const say = useSay()
  const fields = useFields({ personId: '', kind: 'payment', amountFen: '', note: '' })
  const deed = useDo('post /api/fund/movements')
  const kinds = (['payment', 'payout'] as const).map((value) => ({ value, label: say(movementLabels[value]) }))
  function submit() {
    const { personId = '', kind = '', amountFen = '', note = '' } = fields.values
    const moved = { personId, kind: kind === 'payout' ? ('payout' as const) : ('payment' as const) }
    deed.mutate(
      { body: { ...moved, amountFen: fenOf(amountFen) ?? 0, occurredAt: formatInstant(serverNow()), note } },
      { onSuccess: done, onError: fields.blame },
    )
  }
  return (
    <Form
      of={fields}
      required={['personId', 'amountFen', 'note']}
      deed={deed}
      submit={submit}
      cancel={done}
      className="card stack"
    >
      <PersonField of={fields} name="personId" label={say(texts.common.person)} />
      <SelectField of={fields} name="kind" label={say(words.kind)} options={kinds} />
      <TextField of={fields} name="amountFen" label={say(words.amountYuan)} />
      <LongField of={fields} name="note" label={say(words.note)} />
    </Form>
  )
}
