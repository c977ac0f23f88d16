import { Link, useSearchParams } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { useNames } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { actionWords, words } from '../texts/windows.ts'

/** Downgrades, dismissals and raises that the rulebook asks the general manager about. */
export default function Recommendations() {
  const say = useSay()
  const nameOf = useNames()
  const link = useCaseLink()
  const [search] = useSearchParams()
  const waiting = search.get('waiting') ?? ''
  const query = waiting ? { waiting } : {}
  const list = usePages('get /api/recommendations', query)
  const lanes = [
    { value: '', label: say(texts.common.all) },
    { value: 'true', label: say(words.waitingOnly) },
  ]
  return (
    <Page title={say(texts.shell.recommendations)}>
      <Lanes label={say(texts.common.state)} name="waiting" chosen={waiting} options={lanes} />
      <Listed
        takeAlong={<Export of="get /api/exports/recommendations" query={query} />}
        of={list}
        label={say(texts.shell.recommendations)}
        none={say(words.noRecommendations)}
        idOf={(row) => row.id}
        columns={[
          { title: say(texts.common.person), show: (row) => <Link href={link(row.id)}>{nameOf(row.personId)}</Link> },
          { title: say(words.asks), show: (row) => say(actionWords[row.action]) },
          {
            title: say(words.because),
            show: (row) => (
              <>
                {say(row.because)} <span className="soft small">{row.clause}</span>
              </>
            ),
          },
          {
            title: say(words.target),
            show: (row) =>
              row.target === null ? <span className="mark warn">{say(words.noTarget)}</span> : (row.target ?? '—'),
          },
          { title: say(texts.common.happenedAt), show: (row) => <When at={row.recordedAt} /> },
          {
            title: say(words.decision),
            show: (row) => (
              <span className="row">
                {row.decision ? say(words[row.decision]) : <StateMark state={row.state} />}
                {!row.grounded && <span className="mark warn">{say(words.groundFell)}</span>}
              </span>
            ),
          },
        ]}
      />
    </Page>
  )
}
