import Button from 'antd/es/button'
import { appointmentTitle, icsOf } from '../../rules/customerLink/ics.ts'
import { serverNow } from '../client/clock.ts'
import { useSay } from '../language.tsx'
import { instantOf } from '../parts/time.ts'
import { customer as words } from '../texts/customer.ts'

/** Puts the appointment into the customer's own calendar, as a file that every calendar takes. */
export function ToCalendar({ at, about }: { at: string; about: string }) {
  const say = useSay()
  function save() {
    const text = icsOf({ at: instantOf(at), writtenAt: serverNow(), title: say(appointmentTitle), about })
    const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = 'appointment.ics'
    link.click()
    setTimeout(() => URL.revokeObjectURL(address))
  }
  return (
    <div>
      <Button onClick={save}>{say(words.toCalendar)}</Button>
    </div>
  )
}
