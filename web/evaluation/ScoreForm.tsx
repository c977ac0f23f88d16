import type { Text } from '../../rules/text.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, LongField, TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'
import type { Evaluation } from './EvaluationPanel.tsx'
import './evaluation.css'

/** The scores of each criterion, drafted by the records, and the grade where it does not follow from the total. */
export function ScoreForm({ of }: { of: Evaluation }) {
  const say = useSay()
  const initial = Object.fromEntries(of.criteria.map((one) => [`score-${one.id}`, String(one.suggested ?? '')]))
  const fields = useFields({ ...initial, grade: '', reason: '' }, `${of.id}.scores`)
  const deed = useDo('post /api/evaluations/{id}/assessment')
  const { values } = fields
  const named = (what: Text, field: Text) => say(words.named, { what: say(what), field: say(field) })

  function submit() {
    const asked = [...of.criteria.map(({ id }) => `score-${id}`), ...(of.gradeFollows ? [] : ['grade', 'reason'])]
    const missing = asked.filter((name) => !values[name]?.trim())
    const wrong = of.criteria.filter(({ id }) => !/^\d{1,3}$/.test(values[`score-${id}`]?.trim() ?? ''))
    if (missing.length + wrong.length > 0)
      return fields.setErrors({
        ...Object.fromEntries(wrong.map(({ id }) => [`score-${id}`, say(words.score)])),
        ...Object.fromEntries(missing.map((name) => [name, say(texts.common.required)])),
      })
    const scores = Object.fromEntries(
      of.criteria.map(({ id }) => {
        const remark = values[`remark-${id}`]?.trim()
        return [id, { score: Number(values[`score-${id}`]), ...(remark && { remark }) }]
      }),
    )
    const chosen = of.gradeFollows ? {} : { grade: values['grade']!, reason: values['reason']! }
    deed.mutate(
      { params: { id: of.id }, body: { scores, ...chosen } },
      { onSuccess: fields.forget, onError: fields.blame },
    )
  }
  return (
    <Form of={fields} deed={deed} submit={submit}>
      <h2 className="sub">{say(words.assess)}</h2>
      {of.criteria.map((one) => (
        <div key={one.id} className="criterion">
          <TextField of={fields} name={`score-${one.id}`} label={named(one.label, words.score)} />
          <TextField
            of={fields}
            name={`remark-${one.id}`}
            label={named(one.label, words.remark)}
            optional
            hint={one.suggested === null ? undefined : say(words.remarkHint)}
          />
        </div>
      ))}
      <p className="soft small">{say(of.gradeFollows ? words.gradeFollows : words.gradeOpen)}</p>
      {!of.gradeFollows && (
        <>
          <ChoiceField
            of={fields}
            name="grade"
            label={say(words.grade)}
            options={of.grades.map(({ id, label }) => ({ value: id, label: say(label) }))}
          />
          <LongField of={fields} name="reason" label={say(words.gradeReason)} />
        </>
      )}
    </Form>
  )
}
