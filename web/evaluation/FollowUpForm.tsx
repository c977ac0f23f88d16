import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { fenOf } from '../parts/money.ts'
import { SelectField } from '../parts/SelectField.tsx'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'
import type { Evaluation } from './EvaluationPanel.tsx'

/** What follows from the best and the worst results: a proposal that somebody else decides, or why there is none. */
export function FollowUpForm({ of }: { of: Evaluation }) {
  const say = useSay()
  const fields = useFields({ measure: '', amount: '', reason: '', note: '' }, `${of.id}.followUp`)
  const deed = useDo('post /api/evaluations/{id}/follow-up')
  const { measure = '', amount = '', reason = '', note = '' } = fields.values
  const side = of.grades.find(({ id }) => id === of.grade)?.leadsTo
  if (!side) return null
  const known = of.measures.filter((one) => one.side === side)
  const chosen = known.find(({ id }) => id === measure)

  function submit() {
    const amountFen = chosen?.money ? (fenOf(amount) ?? 0) : 0
    deed.mutate(
      {
        params: { id: of.id },
        body: {
          measures: measure ? [{ measure, reason, amountFen }] : [],
          ...(note.trim() && { note }),
        },
      },
      { onSuccess: fields.forget, onError: fields.blame },
    )
  }
  return (
    <Form of={fields} required={[measure ? 'reason' : 'note']} deed={deed} submit={submit}>
      <h2 className="sub">{say(words.followUp)}</h2>
      <p className="soft small">{say(words.followUpHint)}</p>
      <SelectField
        of={fields}
        name="measure"
        label={say(words.measure)}
        optional
        options={known.map((one) => ({ value: one.id, label: `${one.clause} ${say(one.label)}` }))}
      />
      {measure ? (
        <>
          {chosen?.money && (
            <TextField of={fields} name="amount" label={say(words.amount)} optional hint={say(words.amountHint)} />
          )}
          <LongField of={fields} name="reason" label={say(texts.common.reason)} />
        </>
      ) : (
        <LongField of={fields} name="note" label={say(words.whyNothing)} />
      )}
    </Form>
  )
}
