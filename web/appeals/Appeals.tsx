import { Link, useSearchParams } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/ledger.ts'

/** Appeals: my own, and those of the regions I lead. */
export default function Appeals() {
  const say = useSay()
  const nameOf = useNames()
  const link = useCaseLink()
  const [search] = useSearchParams()
  const open = search.get('open') ?? ''
  const query = open ? { open } : {}
  const list = usePages('get /api/appeals', query)
  const lanes = [
    { value: '', label: say(texts.common.all) },
    { value: 'true', label: say(words.openOnly) },
  ]
  return (
    <Page title={say(texts.shell.appeals)}>
      <Lanes label={say(texts.common.state)} name="open" chosen={open} options={lanes} />
      <Listed
        takeAlong={<Export of="get /api/exports/appeals" query={query} />}
        of={list}
        label={say(texts.shell.appeals)}
        none={say(words.noAppeals)}
        idOf={(row) => row.caseId}
        columns={[
          {
            title: say(texts.common.person),
            show: (row) => <Link href={link(row.caseId)}>{nameOf(row.personId)}</Link>,
          },
          {
            title: say(words.entry),
            show: (row) => (
              <>
                {row.clause} <span className="clock">{money(row.amountFen)}</span>
              </>
            ),
          },
          { title: say(texts.common.reason), show: (row) => row.reason },
          { title: say(words.filedAt), show: (row) => <When at={row.filedAt} /> },
          {
            title: say(words.outcome),
            show: (row) => (row.outcome ? say(words[row.outcome]) : <StateMark state={row.state} />),
          },
        ]}
      />
    </Page>
  )
}
