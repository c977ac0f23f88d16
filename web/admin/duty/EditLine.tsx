import Button from 'antd/es/button'
import { formatInstant } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import type { Schemas } from '../../client/schema.ts'
import { useSay } from '../../language.tsx'
import { ChoiceField, TextField } from '../../parts/Field.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { useFields } from '../../parts/useFields.ts'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/duty.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

type Line = Schemas['Line']
const KINDS = ['hotline', 'direct'] as const

/** One line of ours, to be entered, changed, or ended. */
export function EditLine({ of, close }: { of?: Line; close: () => void }) {
  const say = useSay()
  const { number = '', kind = 'hotline', department = '', personId } = of ?? {}
  const fields = useFields({ number, kind, department, personId: personId ?? '' })
  const create = useSave('post /api/lines', fields, close)
  const change = useSave('patch /api/lines/{id}', fields, close)
  function submit() {
    const { number = '', kind, department = '', personId } = fields.values
    const body = { number, kind: kind as Line['kind'], department, personId: personId || null }
    if (of) change.save({ params: { id: of.id }, body })
    else create.save({ body })
  }
  return (
    <Panel title={say(of ? words.lines : words.newLine)} close={close}>
      <Form of={fields} required={['number', 'kind', 'department']} deed={of ? change : create} submit={submit}>
        <TextField of={fields} name="number" label={say(words.number)} inputMode="tel" autoFocus />
        <ChoiceField
          of={fields}
          name="kind"
          label={say(admin.kind)}
          options={KINDS.map((one) => ({ value: one, label: say(words[one]) }))}
        />
        <TextField of={fields} name="department" label={say(words.department)} />
        <PersonField of={fields} name="personId" label={say(words.desk)} optional />
      </Form>
      {of && !of.endedAt && (
        <div>
          <Button
            loading={change.isPending}
            onClick={() => change.save({ params: { id: of.id }, body: { endedAt: formatInstant(serverNow()) } })}
          >
            {say(words.endLine)}
          </Button>
        </div>
      )}
    </Panel>
  )
}
