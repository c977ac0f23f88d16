import Button from 'antd/es/button'
import { useServerNow } from '../../client/clock.ts'
import type { Schemas } from '../../client/schema.ts'
import { useSay } from '../../language.tsx'
import { TimeField } from '../../parts/Field.tsx'
import { useNames } from '../../parts/names.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { fieldOf, instantOf, isoOf } from '../../parts/time.ts'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/duty.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { Period } from '../parts/Period.tsx'
import { useSave } from '../parts/useSave.ts'

/** One duty: what has begun is ended, what hasn't can be taken off. */
export function DutyDrawer({ of, close }: { of: Schemas['Duty']; close: () => void }) {
  const say = useSay()
  const may = useMay()
  const now = useServerNow()
  const nameOf = useNames()
  const fields = useFields({ toAt: fieldOf(instantOf(of.toAt)) })
  const end = useSave('patch /api/duty/{id}', fields, close)
  const remove = useSave('delete /api/duty/{id}', undefined, close)
  return (
    <Panel title={nameOf(of.personId)} close={close}>
      <Period fromAt={of.fromAt} toAt={of.toAt} />
      {may('duty.edit') && (
        <>
          <Form
            of={fields}
            required={['toAt']}
            deed={end}
            submit={() => end.save({ params: { id: of.id }, body: { toAt: isoOf(fields.values['toAt']!) } })}
          >
            <TimeField of={fields} name="toAt" label={say(admin.to)} />
          </Form>
          {instantOf(of.fromAt) > now && (
            <div>
              <Button danger loading={remove.isPending} onClick={() => remove.save({ params: { id: of.id } })}>
                {say(words.takeOff)}
              </Button>
            </div>
          )}
          <Refused error={remove.error} />
        </>
      )}
    </Panel>
  )
}
