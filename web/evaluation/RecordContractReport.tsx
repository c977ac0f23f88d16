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

/** Records a contract report of a trip, stamped by the customer or not: without it the trip is not reimbursed. */
export default function RecordContractReport() {
  const say = useSay()
  const [, go] = useLocation()
  const fields = useFields({ personId: '', trip: '', stamped: '', occurredAt: fieldOf(serverNow()), note: '' })
  const { personId = '', trip = '', stamped = '', occurredAt = '', note = '' } = fields.values
  const deed = useDo('post /api/contract-reports')

  function send() {
    const body = { personId, trip, stamped: stamped === 'yes', occurredAt: isoOf(occurredAt) }
    const told = note.trim() ? { note } : {}
    deed.mutate({ body: { ...body, ...told } }, { onSuccess: () => go('/conduct'), onError: fields.blame })
  }
  return (
    <Page title={say(words.contractReport)}>
      <Form
        of={fields}
        required={['personId', 'trip', 'stamped', 'occurredAt']}
        deed={deed}
        submit={send}
        cancel={() => go('/conduct')}
        className="card stack"
      >
        <p className="soft small">{say(words.contractReportMore)}</p>
        <PersonField of={fields} name="personId" label={say(texts.common.person)} />
        <TextField of={fields} name="trip" label={say(words.trip)} hint={say(words.tripHint)} />
        <ChoiceField
          of={fields}
          name="stamped"
          label={say(words.stamped)}
          options={[
            { value: 'yes', label: say(texts.common.yes) },
            { value: 'no', label: say(texts.common.no) },
          ]}
        />
        <TimeField of={fields} name="occurredAt" label={say(texts.common.happenedAt)} />
        <LongField of={fields} name="note" label={say(texts.common.note)} optional />
      </Form>
    </Page>
  )
}
