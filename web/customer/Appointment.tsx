import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useId } from 'react'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Field } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { isoOf } from '../parts/time.ts'
import { useForm } from '../parts/useFields.ts'
import { When } from '../parts/When.tsx'
import { customer as words } from '../texts/customer.ts'
import { texts } from '../texts/index.ts'
import type { Open } from './LinkPage.tsx'
import { ToCalendar } from './ToCalendar.tsx'

/** The customer confirms the booked time, or chooses another. */
export function Appointment({ token, about }: { token: string; about: Open }) {
  const say = useSay()
  const id = useId()
  const fields = useForm({ appointmentAt: '' })
  const deed = useDo('post /api/customer-link/appointment')
  const { appointmentAt: booked } = about
  const chosen = fields.values['appointmentAt']
  function send(appointmentAt?: string) {
    deed.mutate({ body: { token, appointmentAt } }, { onError: fields.blame })
  }
  return (
    <>
      <p className="big">
        {booked ? <When at={booked} day /> : say(words.notBooked)}{' '}
        {booked && <span className="soft small">{say(words.zone)}</span>}
      </p>
      {booked && (
        <div className="row">
          <Button type="primary" size="large" loading={deed.isPending} onClick={() => send()}>
            {say(words.confirm)}
          </Button>
          <ToCalendar at={booked} about={about.requirement} />
        </div>
      )}
      <form
        className="stack tight"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!chosen) return fields.setErrors({ appointmentAt: say(texts.common.required) })
          send(isoOf(chosen))
        }}
      >
        <p>{say(booked ? words.suitsNot : words.choose)}</p>
        <Field
          id={id}
          label={`${say(words.newTime)}${say(texts.common.aside, { text: say(words.zone) })}`}
          error={fields.errors['appointmentAt']}
        >
          <Input
            id={id}
            type="datetime-local"
            value={chosen}
            aria-invalid={fields.errors['appointmentAt'] !== undefined}
            onChange={({ target }) => fields.set({ appointmentAt: target.value })}
          />
        </Field>
        <div>
          <Button htmlType="submit" type={booked ? 'default' : 'primary'} loading={deed.isPending}>
            {say(words.move)}
          </Button>
        </div>
      </form>
      <Refused error={deed.error} />
    </>
  )
}
