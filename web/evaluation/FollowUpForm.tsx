import Button from 'antd/es/button'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { fenOf } from '../parts/money.ts'
import { Refused } from '../parts/Refused.tsx'
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
    const needed = measure ? ['reason'] : ['note']
    const missing = needed.filter((name) => !fields.values[name]?.trim())
    if (missing.length > 0)
      return fields.setErrors(Object.fromEntries(missing.map((name) => [name, say(texts.common.required)])))
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
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
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
      <Refused error={deed.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {say(texts.common.submit)}
        </Button>
      </div>
    </form>
  )
}
