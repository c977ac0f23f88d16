import Button from 'antd/es/button'
import { useLocation } from 'wouter'
import { house } from '../../rules/policy/house.ts'
import { useDo } from '../client/useAsk.ts'
import { startOf } from '../admin/parts/dates.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, LongField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { DateField } from '../parts/SpecialFields.tsx'
import { words as own } from '../texts/house.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'
import { ChangesField } from './ChangesField.tsx'
import type { Parameter } from './change.ts'
import type { Changes } from './useChanges.ts'

/** A change of the house rules by who may decide it: a new version from a day, or a slip corrected, with the reason. */
export function AmendHouse({ of: changes, parameters }: { of: Changes; parameters: readonly Parameter[] }) {
  const say = useSay()
  const [, go] = useLocation()
  const { fields } = changes
  const amend = useDo('post /api/policies/{id}/amendments')
  const correct = useDo('post /api/policies/{id}/errata')
  const { kind = '', note: reason = '', effectiveFromAt: on } = fields.values
  const isErratum = kind === 'erratum'
  function submit() {
    if (!changes.isSound) return
    const then = {
      onSuccess: () => {
        fields.forget()
        go(`/rulebook/${house.id}?show=versions`)
      },
      onError: fields.blame,
    }
    const body = { values: changes.values, reason }
    const params = { id: house.id }
    if (isErratum) correct.mutate({ params, body }, then)
    else amend.mutate({ params, body: { ...body, ...(on && { effectiveFromAt: startOf(on) }) } }, then)
  }
  return (
    <Form
      of={fields}
      required={['note']}
      deed={isErratum ? correct : amend}
      submit={submit}
      label={say(own.putInForce)}
      button={{ disabled: changes.chosen.length === 0 }}
      beside={
        <>
          <Button onClick={() => go(`/backtest?policy=${house.id}`)}>{say(words.tryIt)}</Button>
          <Button onClick={fields.clear}>{say(texts.common.discardDraft)}</Button>
        </>
      }
      className="card stack"
    >
      <p className="soft">{say(own.houseHelp)}</p>
      <ChoiceField
        of={fields}
        name="kind"
        label={say(words.kind)}
        options={(['amendment', 'erratum'] as const).map((value) => ({ value, label: say(words[value]) }))}
      />
      <ChangesField of={changes} parameters={parameters} />
      {!isErratum && <DateField of={fields} name="effectiveFromAt" label={say(own.fromOrNow)} optional />}
      <LongField of={fields} name="note" label={say(own.reason)} rows={3} />
    </Form>
  )
}
