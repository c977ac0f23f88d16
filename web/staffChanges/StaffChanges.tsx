import Button from 'antd/es/button'
import { Link, useLocation, useSearchParams } from 'wouter'
import { usePages } from '../client/useAsk.ts'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { More } from '../parts/More.tsx'
import { Page } from '../parts/Page.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { useStates } from '../parts/useStates.ts'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { changes as words } from '../texts/staffChanges.ts'

/** Changes of resident staff, the latest begun first. */
export default function StaffChanges() {
  const say = useSay()
  const may = useMay()
  const [, go] = useLocation()
  const begins = may('staffChange.start') || may('staffChange.demand')
  const link = useCaseLink()
  const states = useStates()
  const [search] = useSearchParams()
  const state = search.get('state') ?? ''
  const query = state ? { state } : {}
  const list = usePages('get /api/staff-changes', query)
  const { tasks, common } = texts
  return (
    <Page
      title={say(texts.shell.staffChanges)}
      actions={
        begins && (
          <Button type="primary" onClick={() => go('/staff-changes/new')}>
            {say(words.plan)}
          </Button>
        )
      }
    >
      <div className="row apart">
        <Lanes label={say(common.state)} name="state" chosen={state} options={states} />
        <Export of="get /api/exports/staff-changes" query={query} />
      </div>
      <Shown of={{ ...list, data: list.items }}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say(tasks.noChanges)}</Empty>
          ) : (
            <Rows
              label={say(texts.shell.staffChanges)}
              rows={rows}
              columns={[
                {
                  title: say(tasks.outgoing),
                  show: (row) => <Link href={link(row.id)}>{row.outgoingName}</Link>,
                },
                { title: say(tasks.incoming), show: (row) => row.incomingName ?? say(tasks.notYet) },
                { title: say(words.project), show: (row) => row.projectName },
                { title: say(tasks.trigger), show: (row) => say(tasks[row.trigger]) },
                { title: say(tasks.handoverFrom), show: (row) => row.handoverStartOn ?? '—' },
                { title: say(tasks.takesOverOn), show: (row) => row.takesOverOn ?? '—' },
                { title: say(common.state), show: (row) => <StateMark state={row.state} /> },
              ]}
            />
          )
        }
      </Shown>
      <More of={list} />
    </Page>
  )
}
