import { useLocation } from 'wouter'
import { penaltyParameters } from '../../rules/penalty/parameters.ts'
import { PENALTY_KINDS, type PenaltyKind } from '../../rules/penalty/penalty.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, LongField, TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { fenOf, money } from '../parts/money.ts'
import { Page } from '../parts/Page.tsx'
import { PersonField } from '../parts/PersonField.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/ledger.ts'
import { groundLabel, isRewarded, useLimits, type Ground } from './grounds.ts'

/** A penalty, reward or statement by the case: under which clause, how much within its limit, and why. */
export default function Propose() {
  const say = useSay()
  const [, go] = useLocation()
  const limitOf = useLimits()
  const fields = useFields({ personId: '', ground: '', kind: 'fine', amountFen: '', reason: '' }, 'penalty')
  const deed = useDo('post /api/penalties')
  const { personId = '', ground = '', kind = '', amountFen = '', reason = '' } = fields.values
  const limit = ground ? limitOf(ground) : undefined
  const paid = kind !== 'statement'

  function submit() {
    deed.mutate(
      {
        body: {
          personId,
          ground: ground as Ground,
          kind: kind as PenaltyKind,
          amountFen: paid ? (fenOf(amountFen) ?? 0) : 0,
          reason,
        },
      },
      {
        onSuccess: ({ caseId }) => {
          fields.forget()
          go(`/cases/${caseId}`)
        },
        onError: fields.blame,
      },
    )
  }
  const hint =
    limit === undefined ? undefined : limit === null ? say(words.noLimit) : say(words.limit, { amount: money(limit) })
  const kinds = PENALTY_KINDS.filter((one) => one !== 'reward' || !ground || isRewarded(ground))
  return (
    <Page title={say(words.propose)}>
      <Form
        of={fields}
        required={['personId', 'ground', 'reason', ...(paid ? ['amountFen'] : [])]}
        deed={deed}
        submit={submit}
        cancel={() => go('/penalties')}
        className="card stack"
      >
        <PersonField of={fields} name="personId" label={say(texts.common.person)} />
        <SelectField
          of={fields}
          name="ground"
          label={say(words.ground)}
          hint={hint}
          options={Object.entries(penaltyParameters).map(([value, one]) => ({
            value,
            label: `${one.clause} ${say(groundLabel(value))}`,
          }))}
        />
        <ChoiceField
          of={fields}
          name="kind"
          label={say(words.kind)}
          options={kinds.map((value) => ({ value, label: say(words[value]) }))}
        />
        {paid && <TextField of={fields} name="amountFen" label={say(words.yuan)} />}
        <LongField of={fields} name="reason" label={say(texts.common.reason)} rows={3} />
      </Form>
    </Page>
  )
}
