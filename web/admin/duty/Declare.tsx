import { serverNow } from '../../client/clock.ts'
import { useSay } from '../../language.tsx'
import { TimeField } from '../../parts/Field.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { fieldOf, isoOf } from '../../parts/time.ts'
import { useFields } from '../../parts/useFields.ts'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/duty.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'
import { useLineOptions } from './useLineOptions.ts'

/** Declares that a line did not work. */
export function Declare({ close }: { close: () => void }) {
  const say = useSay()
  const lines = useLineOptions()
  const fields = useFields({ lineId: '', fromAt: fieldOf(serverNow()), toAt: '' })
  const deed = useSave('post /api/outages', fields, close)
  function submit() {
    const { lineId = '', fromAt = '', toAt } = fields.values
    deed.save({ body: { lineId, fromAt: isoOf(fromAt), toAt: toAt ? isoOf(toAt) : null } })
  }
  return (
    <Panel title={say(words.declare)} close={close}>
      <Form of={fields} required={['lineId', 'fromAt']} deed={deed} submit={submit} label={say(words.declare)}>
        <SelectField of={fields} name="lineId" label={say(words.line)} options={lines} />
        <TimeField of={fields} name="fromAt" label={say(admin.from)} />
        <TimeField of={fields} name="toAt" label={say(admin.to)} optional />
      </Form>
    </Panel>
  )
}
