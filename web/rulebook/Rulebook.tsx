import Button from 'antd/es/button'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { StepForm } from '../cases/StepForm.tsx'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Page } from '../parts/Page.tsx'
import { Shown } from '../parts/Shown.tsx'
import { useMay } from '../shell/session.tsx'
import { words } from '../texts/rulebooks.ts'
import { Acknowledge } from './Acknowledge.tsx'
import { Clauses } from './Clauses.tsx'
import { DraftList } from './DraftList.tsx'
import { Parameters } from './Parameters.tsx'
import { Readers } from './Readers.tsx'
import { reviewStep } from './steps.ts'
import { Versions } from './Versions.tsx'

/** One rulebook: its numbers, its clauses and how often each fired, its versions, who has read it, what is being drafted. */
export default function Rulebook({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const [reviewing, review] = useState(false)
  const book = useAsk('get /api/rulebooks/{id}', { params: { id } })
  const tab = search.get('show') ?? ''
  const lanes = [
    { value: '', label: say(words.parameters) },
    { value: 'clauses', label: say(words.clauses) },
    { value: 'versions', label: say(words.versions) },
    ...(may('rulebook.oversee') ? [{ value: 'readers', label: say(words.readers) }] : []),
    ...(may('rulebook.sign') ? [{ value: 'drafts', label: say(words.drafts) }] : []),
  ]
  return (
    <Shown of={book}>
      {({ title, clauses }) => (
        <Page
          title={say(title)}
          actions={
            <>
              <Acknowledge id={id} />
              {may('rulebook.draft') && (
                <>
                  <Button onClick={() => go(`/rulebook/${id}/draft`)}>{say(words.change)}</Button>
                  <Button onClick={() => review(!reviewing)}>{say(words.review)}</Button>
                </>
              )}
            </>
          }
        >
          {reviewing && (
            <div className="card">
              <StepForm step={reviewStep} caseId={id} done={() => review(false)} />
            </div>
          )}
          <Lanes label={say(title)} name="show" chosen={tab} options={lanes} />
          {tab === '' && <Parameters id={id} />}
          {tab === 'clauses' && <Clauses id={id} clauses={clauses} />}
          {tab === 'versions' && <Versions key={id} id={id} />}
          {tab === 'readers' && <Readers id={id} />}
          {tab === 'drafts' && <DraftList rulebookId={id} />}
        </Page>
      )}
    </Shown>
  )
}
