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
import { words } from '../texts/pay.ts'

/** Written statements that clauses require: my own, and those of people I lead. */
export default function Statements() {
  const say = useSay()
  const nameOf = useNames()
  const link = useCaseLink()
  const [search] = useSearchParams()
  const open = search.get('open') ?? ''
  const query = open ? { open } : {}
  const list = usePages('get /api/statements', query)
  const lanes = [
    { value: '', label: say(texts.common.all) },
    { value: 'true', label: say(words.openOnly) },
  ]
  return (
    <Page title={say(texts.shell.statements)}>
      <Lanes label={say(texts.common.state)} name="open" chosen={open} options={lanes} />
      <Listed
        takeAlong={<Export of="get /api/exports/statements" query={query} />}
        of={list}
        label={say(texts.shell.statements)}
        none={say(words.noStatements)}
        idOf={(row) => row.caseId}
        columns={[
          { title: say(words.author), show: (row) => <Link href={link(row.caseId)}>{nameOf(row.personId)}</Link> },
          { title: say(texts.common.clause), show: (row) => row.clause },
          { title: say(words.requiredAt), show: (row) => <When at={row.requiredAt} /> },
          { title: say(words.submittedAt), show: (row) => (row.submittedAt ? <When at={row.submittedAt} /> : '—') },
          { title: say(words.reader), show: (row) => nameOf(row.readerId) },
          { title: say(texts.common.state), show: (row) => <StateMark state={row.state} /> },
        ]}
      />
    </Page>
  )
}
