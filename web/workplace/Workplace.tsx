import { lazy, Suspense } from 'react'
import { useSearchParams } from 'wouter'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Page } from '../parts/Page.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMay, useMe } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { Acting } from './Acting.tsx'
import { Counters } from './Counters.tsx'
import { Mine } from './Mine.tsx'
import { Unread } from './Unread.tsx'

const Done = lazy(() => import('./Done.tsx'))
const Morning = lazy(() => import('./Morning.tsx'))
const Copies = lazy(() => import('./Copies.tsx'))

/** Where a day begins: how things stand, what I owe, what I did, what I was told of. */
export default function Workplace() {
  const say = useSay()
  const me = useMe()
  const may = useMay()
  const [search] = useSearchParams()
  const tab = search.get('tab') ?? ''
  const { workplace } = texts
  return (
    <Page title={say(workplace.hello, { name: me.name })}>
      {may('firstMorning.lead') && (
        <Suspense>
          <Morning />
        </Suspense>
      )}
      <Acting />
      <Counters />
      <section aria-labelledby="mine" className="stack tight">
        <h2 id="mine">{say(workplace.lists)}</h2>
        <Lanes
          label={say(workplace.lists)}
          name="tab"
          chosen={tab}
          options={[
            { value: '', label: say(workplace.toDo) },
            { value: 'done', label: say(workplace.done) },
            { value: 'copies', label: say(workplace.copies) },
          ]}
        />
        <Suspense fallback={<Waiting />}>
          {tab === 'done' ? <Done /> : tab === 'copies' ? <Copies /> : <ToDo />}
        </Suspense>
      </section>
    </Page>
  )
}

function ToDo() {
  return (
    <>
      <Unread />
      <Mine />
    </>
  )
}
