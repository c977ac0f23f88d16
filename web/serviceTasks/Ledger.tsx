import { Link } from 'wouter'
import { ASPECTS, gradeLabels } from '../../rules/serviceTask/ratings.ts'
import { FilterBar, useFilters } from '../admin/parts/FilterBar.tsx'
import '../admin/parts/admin.css'
import type { Answer } from '../client/ask.ts'
import { usePages } from '../client/useAsk.ts'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { useNames } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import type { Column } from '../parts/Rows.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { taskForms } from '../texts/serviceTasks.ts'

type LedgerRow = Answer<'get /api/service-ledger'>['items'][number]

/** The sales back office's ledger (S0-A-6.3b): what was entered, and what waits for it. Its filters stand in the address. */
export default function Ledger() {
  const say = useSay()
  const nameOf = useNames()
  const link = useCaseLink()
  const query = useFilters('state', 'q', 'fromOn', 'untilOn')
  const list = usePages('get /api/service-ledger', query)
  const { tasks, common } = texts
  const columns: Column<LedgerRow>[] = [
    {
      title: say(tasks.ledgerNumber),
      show: (row) => <Link href={link(row.id)}>{row.ledgerNumber ?? say(taskForms.toRegister)}</Link>,
    },
    { title: say(tasks.customer), show: (row) => row.customerName },
    { title: say(tasks.requirement), show: (row) => row.requirement },
    { title: say(tasks.engineer), show: (row) => nameOf(row.engineerId) },
    {
      title: say(taskForms.scores),
      show: (row) => ASPECTS.map((aspect) => (row[aspect] ? say(gradeLabels[row[aspect]]) : '—')).join(' / '),
    },
    { title: say(taskForms.registeredAt), show: (row) => <When at={row.registeredAt} /> },
  ]
  return (
    <Page title={say(taskForms.ledger)}>
      <FilterBar
        filters={[
          {
            name: 'state',
            label: say(common.state),
            options: [
              { value: 'registered', label: say(taskForms.registered) },
              { value: 'waiting', label: say(taskForms.toRegister) },
            ],
          },
          { name: 'q', label: say(taskForms.findHint) },
          { name: 'fromOn', label: say(taskForms.from), type: 'date' },
          { name: 'untilOn', label: say(taskForms.until), type: 'date' },
        ]}
      />
      <Listed
        takeAlong={<Export of="get /api/exports/service-ledger" query={query} />}
        of={list}
        label={say(taskForms.ledger)}
        none={say(taskForms.noLedger)}
        idOf={(row) => row.id}
        columns={columns}
      />
    </Page>
  )
}
