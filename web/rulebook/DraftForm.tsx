import Button from 'antd/es/button'
import { useEffect } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { house } from '../../rules/policy/house.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, LongField, TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { Page } from '../parts/Page.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'
import { AmendHouse } from './AmendHouse.tsx'
import { ChangesField } from './ChangesField.tsx'
import type { Parameter } from './change.ts'
import { useTitles } from './DraftList.tsx'
import { useParameters } from './useBook.ts'
import { useChanges } from './useChanges.ts'

/**
 * A change of a rulebook: the numbers and the words, with the reason. Nothing holds before it is signed and published; a
 * house rule holds at once where the general manager changes it.
 */
export default function DraftForm({ id }: { id: string }) {
  const say = useSay()
  const titleOf = useTitles()
  const parameters = useParameters(id)
  return (
    <Page title={`${say(words.change)} · ${titleOf(id)}`}>
      {parameters ? <Change id={id} parameters={parameters} /> : <Waiting />}
    </Page>
  )
}

function Change({ id, parameters }: { id: string; parameters: readonly Parameter[] }) {
  const say = useSay()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const may = useMay()
  const changes = useChanges(id, parameters)
  const { fields } = changes
  const deed = useDo('post /api/rulebook-drafts')
  const { kind = '', note = '', reference = '' } = fields.values
  const asked = search.get('key')
  useEffect(() => {
    const one = parameters.find(({ key }) => key === asked)
    if (one && !changes.chosen.includes(one)) changes.choose(one)
    // Once, for what the address asks for: afterwards it is theirs to leave out.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked])
  function submit() {
    if (!changes.isSound) return
    deed.mutate(
      {
        body: {
          rulebookId: id,
          kind: kind as 'amendment' | 'erratum',
          values: changes.values,
          note,
          ...(reference.trim() && { reference }),
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
  if (id === house.id && may('policy.amend')) return <AmendHouse of={changes} parameters={parameters} />
  return (
    <Form
      of={fields}
      required={['note']}
      deed={deed}
      submit={submit}
      label={say(words.saveDraft)}
      beside={
        <>
          {parameters.length > 0 && <Button onClick={() => go(`/backtest?policy=${id}`)}>{say(words.tryIt)}</Button>}
          <Button onClick={fields.clear}>{say(texts.common.discardDraft)}</Button>
        </>
      }
      className="card stack"
    >
      <ChoiceField
        of={fields}
        name="kind"
        label={say(words.kind)}
        options={(['amendment', 'erratum'] as const).map((value) => ({ value, label: say(words[value]) }))}
      />
      {parameters.length > 0 && <ChangesField of={changes} parameters={parameters} />}
      <LongField of={fields} name="note" label={say(words.note)} rows={4} />
      <TextField of={fields} name="reference" label={say(words.reference)} optional />
    </Form>
  )
}
