import type { Answer } from '../client/ask.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { fenOf } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/pay.ts'
import { useRegions } from './regions.ts'

type Bonus = Answer<'get /api/pay/bonuses/{id}'>

/** The supervisor proposes: the ranking as it stands, and amounts by the case for those who helped another region. */
export function ProposeBonus({ of }: { of: Bonus }) {
  const say = useSay()
  const nameOf = useNames()
  const regions = useRegions()
  const fields = useFields({}, `bonus.${of.id}`)
  const deed = useDo('post /api/pay/bonuses/{id}/proposal')
  const nameOfField = (index: number, part: 'amount' | 'note') => `${part}.${index}`
  function submit() {
    const helpers = of.helpers.flatMap(({ personId, regionId }, index) => {
      const amountFen = fenOf(fields.values[nameOfField(index, 'amount')])
      const note = fields.values[nameOfField(index, 'note')]?.trim() ?? ''
      return amountFen ? [{ personId, regionId, amountFen, note }] : []
    })
    deed.mutate({ params: { id: of.id }, body: { helpers } }, { onSuccess: fields.forget, onError: fields.blame })
  }
  return (
    <Form of={fields} deed={deed} submit={submit} label={say(words.propose)} className="steps stack">
      {of.helpers.length > 0 && <h2 className="sub">{say(words.helpers)}</h2>}
      {of.helpers.map(({ personId, regionId, tasks }, index) => (
        <fieldset key={`${personId}${regionId}`} className="field grid">
          <legend>{say(words.helped, { who: nameOf(personId), region: regions.nameOf(regionId), n: tasks })}</legend>
          <TextField of={fields} name={nameOfField(index, 'amount')} label={say(words.yuan)} optional />
          <TextField of={fields} name={nameOfField(index, 'note')} label={say(texts.common.reason)} optional />
        </fieldset>
      ))}
    </Form>
  )
}
