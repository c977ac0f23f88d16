import { useState } from 'react'
import { policies } from '../../../rules/policy/index.ts'
import { topics } from '../../../rules/policy/topics.ts'
import { localDate } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import { useSay } from '../../language.tsx'
import { ChoiceField } from '../../parts/Field.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { DateField } from '../../parts/SpecialFields.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words } from '../../texts/bindings.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'
import { useSubjects } from './useSubjects.ts'

type Scope = 'company' | 'customer' | 'project' | 'person'

/** Binds a rulebook to somebody, for one of its matters, from a day on. */
export function Bind({ close }: { close: () => void }) {
  const say = useSay()
  const may = useMay()
  const { projects, customers } = useSubjects()
  const [today] = useState(() => localDate(serverNow()))
  const fields = useFields({ policy: '', topic: '', scope: 'project', scopeId: '', fromOn: today, toOn: '' })
  // What depended on another choice goes with it.
  const resetting: typeof fields = {
    ...fields,
    set: (change) => fields.set({ ...change, ...('policy' in change ? { topic: '' } : { scopeId: '' }) }),
  }
  const { policy, topic = '', scope = 'project', scopeId = '', fromOn = '', toOn } = fields.values
  const scopes: Scope[] = may('policy.bindCompany')
    ? ['person', 'project', 'customer', 'company']
    : ['person', 'project', 'customer']
  const of = policies.find((one) => one.id === policy)?.topics ?? []
  const deed = useSave('post /api/policy-bindings', fields, close)
  const isCompany = scope === 'company'
  function submit() {
    const whom = { scope: scope as Scope, scopeId: isCompany ? null : scopeId }
    deed.save({ body: { policy: policy!, topic, ...whom, fromOn, ...(toOn && { toOn }) } })
  }
  return (
    <Panel title={say(words.bind)} close={close}>
      <Form
        of={fields}
        required={['policy', 'topic', 'scope', ...(isCompany ? [] : ['scopeId']), 'fromOn']}
        deed={deed}
        submit={submit}
        label={say(words.bind)}
      >
        <SelectField
          of={resetting}
          name="policy"
          label={say(words.policy)}
          options={policies.map(({ id, title }) => ({ value: id, label: `${id} ${say(title)}` }))}
        />
        <SelectField
          of={fields}
          name="topic"
          label={say(words.topic)}
          options={of.map((one) => ({ value: one, label: topics[one] ? say(topics[one]) : one }))}
        />
        <ChoiceField
          of={resetting}
          name="scope"
          label={say(words.scope)}
          options={scopes.map((one) => ({ value: one, label: say(words[one]) }))}
        />
        {scope === 'person' && <PersonField of={fields} name="scopeId" label={say(words.person)} />}
        {scope === 'project' && (
          <SelectField of={fields} name="scopeId" label={say(words.project)} options={projects} />
        )}
        {scope === 'customer' && (
          <SelectField of={fields} name="scopeId" label={say(words.customer)} options={customers} />
        )}
        <DateField of={fields} name="fromOn" label={say(words.fromOn)} />
        <DateField of={fields} name="toOn" label={say(words.toOn)} optional />
      </Form>
    </Panel>
  )
}
