import { useAsk } from '../../client/useAsk.ts'
import type { Answer } from '../../client/ask.ts'
import { useSay } from '../../language.tsx'
import { TextField } from '../../parts/Field.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { FlagsField } from '../../parts/SpecialFields.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useRegions } from '../parts/useRegions.ts'
import { useSave } from '../parts/useSave.ts'
import { Contacts } from './Contacts.tsx'
import { Projects } from './Projects.tsx'

type Customer = Answer<'get /api/customers/{id}'>

/** One customer: what the register says, the people there, the projects. `id` null: a new one. */
export function CustomerDrawer({ id, close, go }: { id: string | null; close: () => void; go: (id: string) => void }) {
  const say = useSay()
  const found = useAsk('get /api/customers/{id}', { params: { id: id ?? '' } }, { enabled: id !== null })
  return (
    <Panel title={id === null ? say(words.newCustomer) : (found.data?.name ?? say(words.customer))} close={close}>
      {id === null ? (
        <Edit saved={go} />
      ) : (
        <Shown of={found}>
          {(customer) => (
            <>
              <Edit of={customer} />
              <Contacts of={customer} />
              <Projects of={customer} />
            </>
          )}
        </Shown>
      )}
    </Panel>
  )
}

function Edit({ of, saved }: { of?: Customer; saved?: (id: string) => void }) {
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
