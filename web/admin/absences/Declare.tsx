import { serverNow } from '../../client/clock.ts'
import { useSay } from '../../language.tsx'
import { ChoiceField, TimeField } from '../../parts/Field.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { fieldOf, isoOf } from '../../parts/time.ts'
import { useFields } from '../../parts/useFields.ts'
import { words } from '../../texts/admin.ts'
import { texts } from '../../texts/index.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

const KINDS = ['leave', 'personal', 'sick', 'trip', 'training', 'other'] as const

/** Says that somebody is away, from when and until when if that is known. */
export function Declare({ close }: { close: () => void }) {
  const say = useSay()
  const fields = useFields({ personId: '', kind: 'leave', fromAt: fieldOf(serverNow()), toAt: '' })
  const deed = useSave('post /api/absences', fields, close)
  function submit() {
    const { personId = '', kind, fromAt = '', toAt } = fields.values
    const body = {
      personId,
      kind: kind as (typeof KINDS)[number],
      fromAt: isoOf(fromAt),
      toAt: toAt ? isoOf(toAt) : null,
    }
    deed.save({ body })
  }
  return (
    <Panel title={say(words.declareAbsence)} close={close}>
      <Form of={fields} required={['personId', 'kind', 'fromAt']} deed={deed} submit={submit}>
        <PersonField of={fields} name="personId" label={say(texts.common.person)} />
        <ChoiceField
          of={fields}
          name="kind"
          label={say(words.kind)}
          options={KINDS.map((kind) => ({ value: kind, label: say(words[kind]) }))}
        />
        <TimeField of={fields} name="fromAt" label={say(words.from)} />
        <TimeField of={fields} name="toAt" label={say(words.to)} hint={say(words.untilFurther)} optional />
      </Form>
    </Panel>
  )
}
