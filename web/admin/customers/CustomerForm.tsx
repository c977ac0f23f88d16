import { useAsk } from '../../client/useAsk.ts'
import type { Answer } from '../../client/ask.ts'
import { useSay } from '../../language.tsx'
import { TextField } from '../../parts/Field.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { FlagsField } from '../../parts/SpecialFields.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { useRegions } from '../parts/useRegions.ts'
import { useSave } from '../parts/useSave.ts'

type Customer = Answer<'get /api/customers/{id}'>

/** What the register says of a customer, to be written or changed. */
export function CustomerForm({ of, saved }: { of?: Customer; saved?: (id: string) => void }) {
  const say = useSay()
  const may = useMay()
  const regions = useRegions()
  const calendars = useAsk('get /api/calendars', {}, { enabled: may('calendar.read') })
  const own = (calendars.data?.items ?? []).map(({ name }) => name).filter((name) => name !== 'cn')
  const fields = useFields({
    code: of?.code ?? '',
    name: of?.name ?? '',
    regionId: of?.regionId ?? '',
    calendar: of?.calendar ?? '',
    flags: (of?.active ?? true) ? 'active' : '',
  })
  const create = useSave('post /api/customers', fields, ({ id }) => saved?.(id))
  const change = useSave('patch /api/customers/{id}', fields)
  function submit() {
    const { code = '', name = '', regionId, calendar, flags } = fields.values
    const body = { code, name, regionId: regionId || null, active: flags === 'active' }
    // Only a calendar that was changed: choosing it computes what runs anew.
    const moved = (calendar || null) === (of?.calendar ?? null) ? {} : { calendar: calendar || null }
    if (of) change.save({ params: { id: of.id }, body: { ...body, ...moved } })
    else create.save({ body: { ...body, ...moved } })
  }
  return (
    <Form
      of={fields}
      required={['code', 'name']}
      deed={of ? change : create}
      submit={submit}
      closed={!may('customer.edit')}
    >
      <TextField of={fields} name="name" label={say(admin.name)} autoFocus={!of} />
      <TextField of={fields} name="code" label={say(admin.code)} />
      <SelectField of={fields} name="regionId" label={say(admin.region)} options={regions.options} optional />
      <SelectField
        of={fields}
        name="calendar"
        label={say(words.calendar)}
        hint={say(words.calendarHelp)}
        options={own.map((name) => ({ value: name, label: name }))}
        optional
      />
      <FlagsField
        of={fields}
        name="flags"
        label={say(admin.active)}
        options={[{ value: 'active', label: say(admin.active) }]}
      />
    </Form>
  )
}
