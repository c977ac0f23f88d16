import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { fenOf } from '../parts/money.ts'
import { SelectField } from '../parts/SelectField.tsx'
import { DateField } from '../parts/SpecialFields.tsx'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/pay.ts'
import { useRegions } from './regions.ts'

/** An allowance for a region, for the general manager to approve. */
export function NewRate({ done }: { done: () => void }) {
  const say = useSay()
  const { options } = useRegions()
  const fields = useFields({ regionId: '', perDayFen: '', fromOn: '', toOn: '', reason: '' }, 'payRate')
  const deed = useDo('post /api/pay/rates')
  function submit() {
    const { regionId = '', perDayFen = '', fromOn = '', toOn = '', reason = '' } = fields.values
    deed.mutate(
      { body: { regionId, perDayFen: fenOf(perDayFen) ?? 0, fromOn, toOn: toOn || null, reason } },
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
      required={['regionId', 'perDayFen', 'fromOn', 'reason']}
      deed={deed}
      submit={submit}
      cancel={done}
      className="card stack"
    >
      <SelectField of={fields} name="regionId" label={say(words.region)} options={options} />
      <TextField of={fields} name="perDayFen" label={say(words.perDayYuan)} />
      <div className="grid">
        <DateField of={fields} name="fromOn" label={say(words.fromOn)} />
        <DateField of={fields} name="toOn" label={say(words.toOn)} optional />
      </div>
      <LongField of={fields} name="reason" label={say(texts.common.reason)} />
    </Form>
  )
}
