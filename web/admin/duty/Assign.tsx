import { useState } from 'react'
import { addDays, localDate } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import { useSay } from '../../language.tsx'
import { TimeField } from '../../parts/Field.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { isoOf } from '../../parts/time.ts'
import { useFields } from '../../parts/useFields.ts'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/duty.ts'
import { texts } from '../../texts/index.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'
import { useLineOptions } from './useLineOptions.ts'

/** Puts somebody on a line's roster. */
export function Assign({ close }: { close: () => void }) {
  const say = useSay()
  const lines = useLineOptions()
  const [today] = useState(() => localDate(serverNow()))
  const fields = useFields({ lineId: '', personId: '', fromAt: `${today}T00:00`, toAt: `${addDays(today, 1)}T00:00` })
  const deed = useSave('post /api/duty', fields, close)
  function submit() {
    const { lineId = '', personId = '', fromAt = '', toAt = '' } = fields.values
    deed.save({ body: { lineId, personId, fromAt: isoOf(fromAt), toAt: isoOf(toAt) } })
  }
  return (
    <Panel title={say(words.assign)} close={close}>
      <Form of={fields} required={['lineId', 'personId', 'fromAt', 'toAt']} deed={deed} submit={submit}>
        <SelectField of={fields} name="lineId" label={say(words.line)} options={lines} />
        <PersonField of={fields} name="personId" label={say(texts.common.person)} />
        <TimeField of={fields} name="fromAt" label={say(admin.from)} />
        <TimeField of={fields} name="toAt" label={say(admin.to)} />
      </Form>
    </Panel>
  )
}
