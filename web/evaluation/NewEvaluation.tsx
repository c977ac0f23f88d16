import { useLocation } from 'wouter'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, LongField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { Page } from '../parts/Page.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { DateField } from '../parts/SpecialFields.tsx'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'
import type { Given } from '../client/ask.ts'

type Body = Given<'post /api/evaluations'>['body']

/** Opens an evaluation by hand: irregular, by customers, or a regular one whose interval the rulebook leaves blank. */
export default function NewEvaluation() {
  const say = useSay()
  const [, go] = useLocation()
  const fields = useFields(
    { personId: '', programme: '', method: '', fromOn: '', toOn: '', occasion: '' },
    'evaluation',
  )
  const { personId = '', programme = '', method = '', fromOn = '', toOn = '', occasion = '' } = fields.values
  const held = useAsk('get /api/evaluation-programmes', { query: { personId } }, { enabled: personId !== '' })
  const deed = useDo('post /api/evaluations')
  const programmes = personId ? (held.data?.items ?? []) : []
  const chosen = programmes.find((one) => one.id === programme)
  // Where the interval is set, regular ones open by themselves.
  const methods = (chosen?.methods ?? []).filter((one) => one.id !== 'regular' || !chosen?.months)

  function submit() {
    const body = { personId, programme, method: method as Body['method'], fromOn, toOn }
    deed.mutate(
      { body: { ...body, ...(occasion.trim() && { occasion }) } },
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
    <Page title={say(words.open)}>
      <Form
        of={fields}
        required={[
          'personId',
          'programme',
          'method',
          'fromOn',
          'toOn',
          ...(method === 'irregular' ? ['occasion'] : []),
        ]}
        deed={deed}
        submit={submit}
        cancel={() => go('/evaluations')}
        className="card stack"
      >
        <PersonField of={fields} name="personId" label={say(texts.common.person)} />
        {programmes.length > 0 ? (
          <ChoiceField
            of={fields}
            name="programme"
            label={say(words.programme)}
            options={programmes.map((one) => ({ value: one.id, label: `${one.clause} ${say(one.label)}` }))}
          />
        ) : (
          <p className="soft">{say(personId && held.data ? words.noProgrammes : words.pickPerson)}</p>
        )}
        {methods.length > 0 && (
          <ChoiceField
            of={fields}
            name="method"
            label={say(words.method)}
            options={methods.map((one) => ({ value: one.id, label: say(one.label) }))}
          />
        )}
        <DateField
          of={fields}
          name="fromOn"
          label={say(words.named, { what: say(words.period), field: say(words.fromOn) })}
        />
        <DateField
          of={fields}
          name="toOn"
          label={say(words.named, { what: say(words.period), field: say(words.toOn) })}
        />
        <LongField of={fields} name="occasion" label={say(words.occasion)} optional hint={say(words.occasionHint)} />
      </Form>
    </Page>
  )
}
