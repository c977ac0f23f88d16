import { DAY_TYPES, type DayType } from '../../../rules/time/calendar.ts'
import { useSay } from '../../language.tsx'
import { TextField } from '../../parts/Field.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { DateField } from '../../parts/SpecialFields.tsx'
import { useFields } from '../../parts/useFields.ts'
import { words } from '../../texts/calendars.ts'
import { texts } from '../../texts/index.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

/** Sets one day of a calendar on its own, or takes that back. */
export function SetDay({ calendar, year, close }: { calendar: string; year: number; close: () => void }) {
  const say = useSay()
  const fields = useFields({ on: `${year}-01-01`, type: '', reason: '' })
  const deed = useSave('post /api/calendars/{name}/days', fields, close)
  const options = [...DAY_TYPES, 'takeBack' as const].map((type) => ({ value: type, label: say(words[type]) }))
  function submit() {
    const { on = '', type, reason = '' } = fields.values
    const body = { on, type: type === 'takeBack' ? null : (type as DayType), reason }
    deed.save({ params: { name: calendar }, body })
  }
  return (
    <Panel title={`${say(words.setDay)} · ${calendar === 'cn' ? say(words.national) : calendar}`} close={close}>
      <Form of={fields} required={['on', 'type', 'reason']} deed={deed} submit={submit}>
        <DateField of={fields} name="on" label={say(words.day)} />
        <SelectField of={fields} name="type" label={say(words.type)} options={options} />
        <TextField of={fields} name="reason" label={say(texts.common.reason)} />
      </Form>
    </Panel>
  )
}
