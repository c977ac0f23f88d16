import Button from 'antd/es/button'
import { Link, useLocation, useSearchParams } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { Page } from '../parts/Page.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'

/** Evaluations: one's own and those of the regions one leads, the newest first. */
export default function Evaluations() {
  const say = useSay()
  const may = useMay()
  const link = useCaseLink()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const state = search.get('state') ?? ''
  const query = state ? { state } : {}
  const list = usePages('get /api/evaluations', query)
  const { open, ended } = texts.cases
  const states = [
    { value: '', label: say(texts.common.all) },
    ...Object.entries({ open, ended }).map(([value, label]) => ({ value, label: say(label) })),
  ]
  return (
    <Page
      title={say(texts.shell.evaluations)}
      actions={
        may('evaluation.assess') && (
          <Button type="primary" onClick={() => go('/evaluations/new')}>
            {say(words.open)}
          </Button>
        )
      }
    >
      <Lanes label={say(texts.common.state)} name="state" chosen={state} options={states} />
      <Listed
        takeAlong={<Export of="get /api/exports/evaluations" query={query} />}
        of={list}
        label={say(texts.shell.evaluations)}
        none={say(words.none)}
        idOf={(row) => row.id}
        isLate={(row) => row.verdict === 'late'}
        columns={[
          { title: say(texts.common.person), show: (row) => <Link href={link(row.id)}>{row.personName}</Link> },
          { title: say(words.programme), show: (row) => say(row.programmeLabel) },
          { title: say(words.method), show: (row) => say(row.methodLabel) },
          {
            title: say(words.period),
            show: (row) => (
              <span className="clock">
                {row.fromOn} – {row.toOn}
              </span>
            ),
          },
          {
            title: say(words.grade),
            show: (row) => (row.gradeLabel ? `${say(row.gradeLabel)} · ${row.total}` : <StateMark state={row.state} />),
          },
          {
            title: say(texts.common.due),
            show: (row) =>
              row.dueAt ? (
                <When at={row.dueAt} />
              ) : (
                <span className="soft">{say(row.dueKind === 'unset' ? texts.common.unset : texts.common.noClock)}</span>
              ),
          },
          { title: say(words.assessedAt), show: (row) => <When at={row.assessedAt} /> },
        ]}
      />
    </Page>
  )
}
