import { Link, useSearchParams } from 'wouter'
import { usePages } from '../client/useAsk.ts'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { StateMark } from '../parts/Marks.tsx'
import { More } from '../parts/More.tsx'
import { useNames } from '../parts/names.tsx'
import { Page } from '../parts/Page.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { useStates } from '../parts/useStates.ts'
import { texts } from '../texts/index.ts'

/** Changes of resident staff, the latest begun first. */
export default function StaffChanges() {
  const say = useSay()
  const nameOf = useNames()
  const link = useCaseLink()
  const states = useStates()
  const [search] = useSearchParams()
  const state = search.get('state') ?? ''
  const query = state ? { state } : {}
  const list = usePages('get /api/staff-changes', query)
  const { tasks, common } = texts
  return (
    <Page title={say(texts.shell.staffChanges)}>
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
                  show: (row) => <Link href={link(row.id)}>{nameOf(row.outgoingId)}</Link>,
                },
                { title: say(tasks.incoming), show: (row) => nameOf(row.incomingId) || say(tasks.notYet) },
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
