import Button from 'antd/es/button'
import { Link, useLocation } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { Page } from '../parts/Page.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'
import { Outcome } from './Outcome.tsx'

/** Rewards and disciplinary measures: one's own and those of the regions one leads, the newest first. */
export default function Measures() {
  const say = useSay()
  const may = useMay()
  const link = useCaseLink()
  const [, go] = useLocation()
  const list = usePages('get /api/measures', {})
  return (
    <Page
      title={say(texts.shell.measures)}
      actions={
        may('measure.propose') && (
          <Button type="primary" onClick={() => go('/measures/new')}>
            {say(words.propose)}
          </Button>
        )
      }
    >
      <Listed
        takeAlong={<Export of="get /api/exports/measures" />}
        of={list}
        label={say(texts.shell.measures)}
        none={say(words.noMeasures)}
        idOf={(row) => row.id}
        columns={[
          { title: say(texts.common.person), show: (row) => <Link href={link(row.id)}>{row.personName}</Link> },
          { title: say(words.measure), show: (row) => say(row.label) },
          { title: say(words.clauseOf), show: (row) => row.clause },
          { title: say(words.proposedBy), show: (row) => row.proposerName },
          { title: say(texts.common.happenedAt), show: (row) => <When at={row.proposedAt} /> },
          {
            title: say(words.decision),
            show: (row) => <Outcome approved={row.approved} lifted={row.lifted} />,
          },
        ]}
      />
    </Page>
  )
}
