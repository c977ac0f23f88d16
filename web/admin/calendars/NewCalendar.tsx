import { useSearchParams } from 'wouter'
import { useSay } from '../../language.tsx'
import { TextField } from '../../parts/Field.tsx'
import { useFields } from '../../parts/useFields.ts'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/calendars.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'

/** A client's calendar begins with its name; it is there once it has a year or a day of its own. */
export function NewCalendar({ close }: { close: () => void }) {
  const say = useSay()
  const [, setSearch] = useSearchParams()
  const fields = useFields({ name: '' })
  function submit() {
    const name = fields.values['name']!.trim()
    if (!/^[\w-]{1,40}$/.test(name)) return fields.setErrors({ name: say(words.newCalendarHelp) })
    setSearch({ calendar: name, open: 'year' })
  }
  return (
    <Panel title={say(words.newCalendar)} close={close}>
      <Form of={fields} required={['name']} deed={{ isPending: false, error: null }} submit={submit}>
        <TextField of={fields} name="name" label={say(admin.name)} hint={say(words.newCalendarHelp)} autoFocus />
      </Form>
    </Panel>
  )
}
