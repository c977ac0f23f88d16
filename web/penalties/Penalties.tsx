import Button from 'antd/es/button'
import { Link, useLocation } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/ledger.ts'
import { groundLabel } from './grounds.ts'

/** Penalties and rewards that clauses leave to the case, the newest first. */
export default function Penalties() {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const link = useCaseLink()
  const [, go] = useLocation()
  const list = usePages('get /api/penalties', {})
  return (
    <Page
      title={say(words.penalties)}
      actions={
        may('penalty.propose') && (
          <Button type="primary" onClick={() => go('/penalties/new')}>
            {say(words.propose)}
          </Button>
        )
      }
    >
      <Listed
        takeAlong={<Export of="get /api/exports/penalties" />}
        of={list}
        label={say(words.penalties)}
        none={say(words.noPenalties)}
        idOf={(row) => row.caseId}
        columns={[
          {
            title: say(texts.common.person),
            show: (row) => <Link href={link(row.caseId)}>{nameOf(row.personId)}</Link>,
          },
          { title: say(words.kind), show: (row) => say(words[row.kind]) },
          { title: say(words.ground), show: (row) => `${row.clause ?? ''} ${say(groundLabel(row.ground))}` },
          {
            title: say(words.amount),
            show: (row) => <span className="clock">{money(row.decidedFen ?? row.amountFen)}</span>,
          },
          { title: say(words.proposedBy), show: (row) => nameOf(row.proposedById) },
          { title: say(words.occurredAt), show: (row) => <When at={row.proposedAt} /> },
          {
            title: say(words.outcome),
            show: (row) =>
              row.outcome ? (
                say(row.outcome === 'approved' ? words.approved : words.turnedDown)
              ) : (
                <StateMark state={row.state} />
              ),
          },
        ]}
      />
    </Page>
  )
}
