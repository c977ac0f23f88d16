import Button from 'antd/es/button'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { addDays, addMonths, localDate } from '../../rules/time/local.ts'
import { serverNow } from '../client/clock.ts'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Page } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { DateField } from '../parts/SpecialFields.tsx'
import { useFields } from '../parts/useFields.ts'
import { Waiting } from '../parts/Waiting.tsx'
import { typedOf, type Parameter } from '../rulebook/change.ts'
import { ChangesField } from '../rulebook/ChangesField.tsx'
import { useParameters } from '../rulebook/useBook.ts'
import { useChanges } from '../rulebook/useChanges.ts'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'
import { Reach, Unsaid } from './Reach.tsx'
import { Run } from './Run.tsx'
import { useMayTry } from './useMayTry.ts'

/** A change of a rulebook tried on the past, before anybody publishes it. */
export default function Backtest() {
  const say = useSay()
  const [search] = useSearchParams()
  const policies = useAsk('get /api/policies', {})
  const mayTry = useMayTry()
  if (!mayTry) return <Waiting />
  return (
    <Page title={say(texts.shell.backtest)}>
      <p className="soft">{say(words.writesNothing)}</p>
      <Shown of={policies}>
        {({ items: all }) => {
          const items = all.filter((one) => mayTry(one.id))
          if (items.length === 0) return <Empty>{say(words.noneToTry)}</Empty>
          const id = items.find((one) => one.id === search.get('policy'))?.id ?? items[0]!.id
          return (
            <>
              <Lanes
                label={say(words.rulebook)}
                name="policy"
                chosen={id}
                options={items.map((one) => ({ value: one.id, label: say(one.title) }))}
              />
              <Trial key={id} id={id} draftId={search.get('draft')} />
            </>
          )
        }}
      </Shown>
    </Page>
  )
}

/** Of what somebody types here, or of a draft as it stands. */
function Trial({ id, draftId }: { id: string; draftId: string | null }) {
  const parameters = useParameters(id)
  const enabled = draftId !== null
  const draft = useAsk('get /api/rulebook-drafts/{id}', { params: { id: draftId ?? '' } }, { enabled })
  if (!parameters) return <Waiting />
  if (!enabled) return <Form key="own" id={id} parameters={parameters} />
  return (
    <Shown of={draft}>
      {({ caseId, values }) => <Form key={caseId} id={id} parameters={parameters} draft={{ caseId, values }} />}
    </Shown>
  )
}

interface Drafted {
  caseId: string
  values: Record<string, unknown>
}

function Form({ id, parameters, draft }: { id: string; parameters: readonly Parameter[]; draft?: Drafted }) {
  const say = useSay()
  const may = useMay()
  const [, go] = useLocation()
  const [search, setSearch] = useSearchParams()
  // What is typed for a draft begins with what it says, and changes nothing of it.
  const kept = draft ? `${draft.caseId}.${JSON.stringify(draft.values)}` : id
  const typed = draft && { changes: JSON.stringify(typedOf(parameters, draft.values)) }
  const changes = useChanges(kept, parameters, typed)
  const [today] = useState(() => localDate(serverNow()))
  const period = useFields({ fromOn: addMonths(today, -3), toOn: addDays(today, -1) })
  const [missing, setMissing] = useState(false)
  const start = useDo('post /api/backtests')
  const { fromOn = '', toOn = '' } = period.values
  // What came of it stays at its address, so that the way back from a case leads to it.
  const show = (run: string) => setSearch({ policy: id, ...(draft && { draft: draft.caseId }), run })
  function submit() {
    setMissing(changes.chosen.length === 0)
    if (changes.chosen.length === 0 || !changes.isSound) return
    const body = { policy: id, values: changes.values, fromOn, toOn }
    start.mutate({ body }, { onSuccess: ({ id: run }) => show(run), onError: period.blame })
  }
  return (
    <>
      <form
        className="card stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ChangesField of={changes} parameters={parameters} />
        <Unsaid of={changes.chosen} />
        <div className="grid">
          <DateField of={period} name="fromOn" label={say(words.fromOn)} />
          <DateField of={period} name="toOn" label={say(words.toOn)} />
        </div>
        {missing && changes.chosen.length === 0 && <p role="alert">{say(words.nothingChanged)}</p>}
        <Refused error={start.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={start.isPending}>
            {say(words.run)}
          </Button>
          {draft && <Button onClick={() => go(`/cases/${draft.caseId}`)}>{say(words.theDraft)}</Button>}
          {!draft && may('rulebook.draft') && (
            <Button onClick={() => go(`/rulebook/${id}/draft`)}>{say(words.makeDraft)}</Button>
          )}
        </div>
      </form>
      <Run id={search.get('run')} shown={show} />
      <Reach parameters={parameters} />
    </>
  )
}
