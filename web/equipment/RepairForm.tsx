import { useState } from 'react'
import { caseKindLabels } from '../../rules/labels.ts'
import { Form } from '../admin/parts/FormDrawer.tsx'
import { useSave } from '../admin/parts/useSave.ts'
import { serverNow } from '../client/clock.ts'
import { isProblem } from '../client/problem.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TimeField } from '../parts/Field.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { FlagsField } from '../parts/SpecialFields.tsx'
import { dayAndTime, fieldOf, instantOf, isoOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { useMay, useMe } from '../shell/session.tsx'
import { words } from '../texts/repairs.ts'
import { EquipmentField } from './EquipmentField.tsx'

/** One repair: of what, by whom, when, what was done, and where it came from. */
export function RepairForm({ equipmentId = '', done }: { equipmentId?: string; done: () => void }) {
  const say = useSay()
  const may = useMay()
  const { personId } = useMe()
  const [opened] = useState(() => fieldOf(serverNow()))
  const fields = useFields(
    {
      equipmentId,
      engineerId: may('repair.recordFor') ? '' : personId,
      repairedAt: opened,
      caseId: '',
      work: '',
      flags: '',
    },
    'repair',
    ['repairedAt', 'flags', 'equipmentId', 'caseId'],
  )
  const { equipmentId: chosen = '', engineerId = '', repairedAt = '', caseId, work = '', flags } = fields.values
  const from = useAsk('get /api/equipment/{id}/cases', { params: { id: chosen } }, { enabled: chosen !== '' })
  const deed = useSave('post /api/repairs', fields, done)
  const isSameDay = isProblem(deed.error) && deed.error.code === 'repair.sameDay'
  const origins = (chosen ? (from.data?.items ?? []) : []).map(({ id, kind, startedAt }) => ({
    value: id,
    label: `${say(caseKindLabels[kind as keyof typeof caseKindLabels])} ${dayAndTime(instantOf(startedAt))}`,
  }))
  function submit() {
    const body = { equipmentId: chosen, engineerId, repairedAt: isoOf(repairedAt), caseId: caseId || null, work }
    deed.save({ body: { ...body, ...(flags && { another: true }) } })
  }
  return (
    <Form of={fields} required={['equipmentId', 'engineerId', 'repairedAt', 'work']} deed={deed} submit={submit}>
      <EquipmentField of={fields} name="equipmentId" label={say(words.equipment)} />
      {may('repair.recordFor') && <PersonField of={fields} name="engineerId" label={say(words.engineer)} />}
      <TimeField of={fields} name="repairedAt" label={say(words.repairedAt)} />
      <LongField of={fields} name="work" label={say(words.work)} />
      <SelectField of={fields} name="caseId" label={say(words.origin)} options={origins} optional />
      {(isSameDay || flags) && (
        <FlagsField
          of={fields}
          name="flags"
          label={say(words.another)}
          options={[{ value: 'another', label: say(words.another) }]}
        />
      )}
    </Form>
  )
}
