import { useLocation } from 'wouter'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { fileIds } from '../parts/fileIds.ts'
import { FilesField } from '../parts/FilesField.tsx'
import { Form } from '../parts/Form.tsx'
import { fenOf } from '../parts/money.ts'
import { Page } from '../parts/Page.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'

/** Proposes a reward or a disciplinary measure: which, for whom, why, and what bears it out. */
export default function NewMeasure() {
  const say = useSay()
  const [, go] = useLocation()
  const fields = useFields({ personId: '', measure: '', amount: '', reason: '', files: '' }, 'measure')
  const { personId = '', measure = '', amount = '', reason = '', files = '' } = fields.values
  const programmes = useAsk('get /api/evaluation-programmes', { query: { personId } }, { enabled: personId !== '' })
  const kinds = useAsk('get /api/measure-kinds', {})
  const deed = useDo('post /api/measures')
  const holding = personId ? (programmes.data?.items ?? []) : []
  const known = (kinds.data?.items ?? []).filter((one) => holding.some(({ id }) => id === one.programme))
  const money = known.find(({ id }) => id === measure)?.money ?? false

  function submit() {
    const amountFen = money ? (fenOf(amount) ?? 0) : 0
    const attachmentIds = fileIds(files)
    deed.mutate(
      { body: { personId, measure, reason, amountFen, attachmentIds } },
      {
        onSuccess: ({ id }) => {
          fields.forget()
          go(`/cases/${id}`)
        },
        onError: fields.blame,
      },
    )
  }
  return (
    <Page title={say(words.propose)}>
      <Form
        of={fields}
        required={['personId', 'measure', 'reason']}
        deed={deed}
        submit={submit}
        cancel={() => go('/measures')}
        className="card stack"
      >
        <PersonField of={fields} name="personId" label={say(texts.common.person)} />
        <SelectField
          of={fields}
          name="measure"
          label={say(words.measure)}
          hint={personId ? undefined : say(words.pickPerson)}
          options={known.map((one) => ({ value: one.id, label: `${one.clause} ${say(one.label)}` }))}
        />
        {money && (
          <TextField of={fields} name="amount" label={say(words.amount)} optional hint={say(words.amountHint)} />
        )}
        <LongField of={fields} name="reason" label={say(texts.common.reason)} rows={3} />
        <FilesField of={fields} name="files" label={`${say(words.evidence)} (${say(words.evidenceHint)})`} optional />
      </Form>
    </Page>
  )
}
