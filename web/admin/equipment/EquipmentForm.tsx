import type { Schemas } from '../../client/schema.ts'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { TextField } from '../../parts/Field.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { DateField, FlagsField } from '../../parts/SpecialFields.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { useSubjects } from '../bindings/useSubjects.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

/** One piece of equipment: what it is, where it stands, until when it is under warranty. */
export function EquipmentForm({ of, done }: { of?: Schemas['Equipment']; done: () => void }) {
  const say = useSay()
  const may = useMay()
  const { customers } = useSubjects()
  const found = useAsk('get /api/projects', {})
  const fields = useFields({
    customerId: of?.customerId ?? '',
    projectId: of?.projectId ?? '',
    product: of?.product ?? '',
    serialNumber: of?.serialNumber ?? '',
    place: of?.place ?? '',
    commissionedOn: of?.commissionedOn ?? '',
    warrantyUntilOn: of?.warrantyUntilOn ?? '',
    flags: (of?.active ?? true) ? 'active' : '',
  })
  const projects = (found.data?.items ?? [])
    .filter((one) => one.customerId === fields.values['customerId'] && !one.endedAt)
    .map(({ id, name }) => ({ value: id, label: name }))
  const create = useSave('post /api/equipment', fields, done)
  const change = useSave('patch /api/equipment/{id}', fields, done)
  function submit() {
    const { customerId = '', projectId, product = '', serialNumber = '', place, flags } = fields.values
    const { commissionedOn, warrantyUntilOn } = fields.values
    const body = {
      customerId,
      projectId: projectId || null,
      product,
      serialNumber,
      place: place?.trim() || null,
      commissionedOn: commissionedOn || null,
      warrantyUntilOn: warrantyUntilOn || null,
      active: flags === 'active',
    }
    if (of) change.save({ params: { id: of.id }, body })
    else create.save({ body })
  }
  return (
    <Form
      of={fields}
      required={['customerId', 'product', 'serialNumber']}
      deed={of ? change : create}
      submit={submit}
      closed={!may('equipment.edit')}
    >
      <SelectField of={fields} name="customerId" label={say(words.customer)} options={customers} />
      <SelectField of={fields} name="projectId" label={say(words.project)} options={projects} optional />
      <TextField of={fields} name="product" label={say(words.product)} />
      <TextField of={fields} name="serialNumber" label={say(words.serialNumber)} />
      <TextField of={fields} name="place" label={say(words.place)} optional />
      <div className="grid">
        <DateField of={fields} name="commissionedOn" label={say(words.commissionedOn)} optional />
        <DateField of={fields} name="warrantyUntilOn" label={say(words.warrantyUntilOn)} optional />
      </div>
      <FlagsField
        of={fields}
        name="flags"
        label={say(admin.active)}
        options={[{ value: 'active', label: say(admin.active) }]}
      />
    </Form>
  )
}
