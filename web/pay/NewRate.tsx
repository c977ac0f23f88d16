import Button from 'antd/es/button'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { fenOf } from '../parts/money.ts'
import { Refused } from '../parts/Refused.tsx'
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
    const missing = Object.entries({ regionId, perDayFen, fromOn, reason }).filter(([, value]) => !value.trim())
    if (missing.length > 0)
      return fields.setErrors(Object.fromEntries(missing.map(([name]) => [name, say(texts.common.required)])))
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
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <SelectField of={fields} name="regionId" label={say(words.region)} options={options} />
      <TextField of={fields} name="perDayFen" label={say(words.perDayYuan)} />
      <div className="grid">
        <DateField of={fields} name="fromOn" label={say(words.fromOn)} />
        <DateField of={fields} name="toOn" label={say(words.toOn)} optional />
      </div>
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
