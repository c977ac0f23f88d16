import { Link, useSearchParams } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { PromiseMark } from '../parts/Marks.tsx'
import { Page } from '../parts/Page.tsx'
import { When } from '../parts/When.tsx'
import { useMe } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/reports.ts'
import { NewReport } from './NewReport.tsx'

/** Reports: my own, and those of the regions I lead; which are still owed, and which are overdue. */
export default function Reports() {
  const say = useSay()
  const { personId } = useMe()
  const link = useCaseLink()
  const [search] = useSearchParams()
  const show = search.get('show') ?? ''
  const query =
    { '': {}, mine: { authorId: personId }, owed: { waiting: 'owed' }, late: { waiting: 'late' } }[show] ?? {}
  const list = usePages('get /api/reports', query)
  const lanes = [
    { value: '', label: say(texts.common.all) },
    ...(['mine', 'owed', 'late'] as const).map((value) => ({ value, label: say(words[value]) })),
  ]
  return (
    <Page title={say(texts.shell.reports)}>
      <NewReport />
      <Lanes label={say(texts.common.state)} name="show" chosen={show} options={lanes} />
      <Listed
        takeAlong={<Export of="get /api/exports/reports" query={query} />}
        of={list}
        label={say(texts.shell.reports)}
        none={say(words.none)}
        idOf={(row) => row.id}
        isLate={(row) => row.verdict === 'late'}
        columns={[
          { title: say(words.form), show: (row) => <Link href={link(row.id)}>{say(row.label)}</Link> },
          { title: say(words.period), show: (row) => row.period },
          { title: say(words.author), show: (row) => row.authorName ?? say(texts.common.unit) },
          { title: say(texts.common.due), show: (row) => (row.dueAt ? <When at={row.dueAt} /> : '—') },
          {
            title: say(words.receivedAt),
            show: (row) => (row.receivedAt ? <When at={row.receivedAt} /> : say(words.notReceived)),
          },
          { title: say(texts.common.state), show: (row) => <PromiseMark work={row.work} verdict={row.verdict} /> },
        ]}
      />
    </Page>
  )
}
