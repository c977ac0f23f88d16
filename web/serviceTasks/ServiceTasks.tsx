import Button from 'antd/es/button'
import { Link, useLocation, useSearchParams } from 'wouter'
import { promiseLabel } from '../../rules/promises.ts'
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
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { taskForms } from '../texts/serviceTasks.ts'

/** Service tasks, the newest first, each with the step it waits for. */
export default function ServiceTasks() {
  const say = useSay()
  const nameOf = useNames()
  const link = useCaseLink()
  const states = useStates()
  const [search] = useSearchParams()
  const may = useMay()
  const [, go] = useLocation()
  const state = search.get('state') ?? ''
  const query = state ? { state } : {}
  const list = usePages('get /api/service-tasks', query)
  const { tasks, common } = texts
  return (
    <Page
      title={say(texts.shell.serviceTasks)}
      actions={
        <>
          {may('serviceTask.readLedger') && <Link href="/service-tasks/ledger">{say(taskForms.ledger)}</Link>}
          {may('serviceTask.request') && (
            <Button type="primary" onClick={() => go('/service-tasks/new')}>
              {say(taskForms.newNotice)}
            </Button>
          )}
        </>
      }
    >
      <div className="row apart">
        <Lanes label={say(common.state)} name="state" chosen={state} options={states} />
        <Export of="get /api/exports/service-tasks" query={query} />
      </div>
      <Shown of={{ ...list, data: list.items }}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say(tasks.noTasks)}</Empty>
          ) : (
            <Rows
              label={say(texts.shell.serviceTasks)}
              rows={rows}
              columns={[
                { title: say(tasks.customer), show: (row) => <Link href={link(row.id)}>{row.customerName}</Link> },
                { title: say(tasks.requirement), show: (row) => row.requirement },
                { title: say(tasks.engineer), show: (row) => nameOf(row.engineerId) || say(tasks.notYet) },
                {
                  title: say(tasks.waitsFor),
                  show: (row) =>
                    row.waitsFor
                      .map((promise) => say(promiseLabel('serviceTask', promise)))
                      .join(say(texts.common.comma)) || '—',
                },
                { title: say(tasks.startedAt), show: (row) => <When at={row.startedAt} /> },
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
