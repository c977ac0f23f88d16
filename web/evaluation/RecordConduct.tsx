import { useLocation } from 'wouter'
import { CONDUCT_ITEMS, conductItems, type ConductItemId } from '../../rules/conduct/items.ts'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField, TimeField } from '../parts/Field.tsx'
import { fileIds } from '../parts/fileIds.ts'
import { FilesField } from '../parts/FilesField.tsx'
import { Form } from '../parts/Form.tsx'
import { Page } from '../parts/Page.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { fieldOf, isoOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'

/** Records conduct that costs points: who, which item, when, and what bears it out. */
export default function RecordConduct() {
  const say = useSay()
  const [, go] = useLocation()
  const now = fieldOf(serverNow())
  const fields = useFields({ personId: '', item: '', occurredAt: now, minutes: '', note: '', files: '' })
  const { personId = '', item = '', occurredAt = '', minutes = '', note = '', files = '' } = fields.values
  const deed = useDo('post /api/conduct-points')
  const timed = item === 'late' || item === 'seriouslyLate'

  function send() {
    const about = { personId, item: item as ConductItemId, occurredAt: isoOf(occurredAt), note }
    const late = timed && /^\d+$/.test(minutes.trim()) ? { minutes: Number(minutes) } : {}
    const body = { ...about, ...late, attachmentIds: fileIds(files) }
    deed.mutate({ body }, { onSuccess: () => go('/conduct'), onError: fields.blame })
  }
  return (
    <Page title={say(words.conductRecord)}>
      <Form
        of={fields}
        required={['personId', 'item', 'occurredAt', 'note']}
        deed={deed}
        submit={send}
        cancel={() => go('/conduct')}
        className="card stack"
      >
        <PersonField of={fields} name="personId" label={say(texts.common.person)} />
        <SelectField
          of={fields}
          name="item"
          label={say(words.item)}
          options={CONDUCT_ITEMS.map((value) => {
            const { clause, label, points } = conductItems[value]
            return { value, label: `${clause} ${say(label)} (${points})` }
          })}
        />
        {timed && (
          <TextField of={fields} name="minutes" label={say(words.minutes)} optional hint={say(words.minutesHint)} />
        )}
        <TimeField of={fields} name="occurredAt" label={say(texts.common.happenedAt)} />
        <LongField of={fields} name="note" label={say(texts.common.note)} />
        <FilesField of={fields} name="files" label={say(words.evidence)} optional />
      </Form>
    </Page>
  )
}
