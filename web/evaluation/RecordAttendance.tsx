import { useLocation } from 'wouter'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, LongField, TextField, TimeField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { Page } from '../parts/Page.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { fieldOf, isoOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'

/** Records an absence or lateness of resident staff; the month's statement follows by itself. */
export default function RecordAttendance() {
  const say = useSay()
  const [, go] = useLocation()
  const fields = useFields({ personId: '', kind: '', occurredAt: fieldOf(serverNow()), minutes: '', note: '' })
  const { personId = '', kind = '', occurredAt = '', minutes = '', note = '' } = fields.values
  const deed = useDo('post /api/attendance-records')
  const late = kind === 'late'

  function send() {
    const body = { personId, kind: kind as 'absent' | 'late', occurredAt: isoOf(occurredAt), note }
    const lateness = late ? { minutes: Number(minutes) } : {}
    deed.mutate({ body: { ...body, ...lateness } }, { onSuccess: () => go('/conduct'), onError: fields.blame })
  }
  return (
    <Page title={say(words.attendanceRecord)}>
      <Form
        of={fields}
        required={['personId', 'kind', 'occurredAt', 'note', ...(late ? ['minutes'] : [])]}
        deed={deed}
        submit={send}
        cancel={() => go('/conduct')}
        className="card stack"
      >
        <PersonField of={fields} name="personId" label={say(texts.common.person)} />
        <ChoiceField
          of={fields}
          name="kind"
          label={say(words.item)}
          options={[
            { value: 'absent', label: say(words.absent) },
            { value: 'late', label: say(words.late) },
          ]}
        />
        {late && <TextField of={fields} name="minutes" label={say(words.minutes)} />}
        <TimeField of={fields} name="occurredAt" label={say(texts.common.happenedAt)} />
        <LongField of={fields} name="note" label={say(texts.common.note)} />
      </Form>
    </Page>
  )
}
