import { Link, useSearchParams } from 'wouter'
import { scopeLabels, SCOPES } from '../../rules/assessment/labels.ts'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { Page } from '../parts/Page.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/reports.ts'

/** The month's assessment sheets, the newest first. */
export default function Assessments() {
  const say = useSay()
  const link = useCaseLink()
  const [search] = useSearchParams()
  const scope = SCOPES.find((one) => one === search.get('scope'))
  const query = scope ? { scope } : {}
  const list = usePages('get /api/assessments', query)
  const lanes = [
    { value: '', label: say(texts.common.all) },
    ...SCOPES.map((value) => ({ value, label: say(scopeLabels[value]) })),
  ]
  return (
    <Page title={say(texts.shell.sheets)}>
      <Lanes label={say(words.sheet)} name="scope" chosen={scope ?? ''} options={lanes} />
      <Listed
        takeAlong={<Export of="get /api/exports/assessments" query={query} />}
        of={list}
        label={say(texts.shell.sheets)}
        none={say(words.noSheets)}
        idOf={(row) => row.id}
        isLate={(row) => row.issueVerdict === 'late' && row.issuedAt === null}
        columns={[
          { title: say(words.sheet), show: (row) => <Link href={link(row.id)}>{say(row.label)}</Link> },
          { title: say(words.month), show: (row) => row.month },
          { title: say(words.issueBy), show: (row) => (row.dueAt ? <When at={row.dueAt} /> : '—') },
          {
            title: say(words.issued),
            show: (row) => (
              <span className="row">
                {row.issuedAt ? <When at={row.issuedAt} /> : '—'}
                {row.issueVerdict === 'late' && <span className="mark bad">{say(words.issuedLate)}</span>}
              </span>
            ),
          },
          { title: say(words.signed), show: (row) => (row.signedAt ? <When at={row.signedAt} /> : '—') },
          { title: say(texts.common.state), show: (row) => <StateMark state={row.state} /> },
        ]}
      />
    </Page>
  )
}
