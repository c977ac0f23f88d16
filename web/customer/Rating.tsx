import Button from 'antd/es/button'
import { ASPECTS, aspectLabels, gradeLabels, GRADES, type Grade } from '../../rules/serviceTask/ratings.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { SignatureField } from '../parts/SignatureField.tsx'
import { useForm } from '../parts/useFields.ts'
import { customer as words } from '../texts/customer.ts'
import { texts } from '../texts/index.ts'

/** Three scores and a signature by the customer's own hand. */
export function Rating({ token }: { token: string }) {
  const say = useSay()
  const fields = useForm({})
  const deed = useDo('post /api/customer-link/rating')
  function submit() {
    const { values } = fields
    const missing = [...ASPECTS, 'signature'].filter((name) => !values[name])
    if (missing.length > 0)
      return fields.setErrors(Object.fromEntries(missing.map((name) => [name, say(texts.common.required)])))
    const [attitude, skill, result] = ASPECTS.map((aspect) => values[aspect] as Grade) as [Grade, Grade, Grade]
    const body = { token, scores: { attitude, skill, result }, signature: values['signature']! }
    deed.mutate({ body }, { onError: fields.blame })
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
      <p>{say(words.rateHelp)}</p>
      {ASPECTS.map((aspect) => (
        <ChoiceField
          key={aspect}
          of={fields}
          name={aspect}
          label={say(aspectLabels[aspect])}
          options={GRADES.map((grade) => ({ value: grade, label: say(gradeLabels[grade]) }))}
        />
      ))}
      <SignatureField of={fields} name="signature" label={say(words.sign)} />
      <Refused error={deed.error} />
      <Button type="primary" size="large" htmlType="submit" loading={deed.isPending} block>
        {say(words.handIn)}
      </Button>
    </form>
  )
}
