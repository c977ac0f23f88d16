import { Link } from 'wouter'
import '../../cases/case.css'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Queue } from '../../offline/Queue.tsx'
import { canKeepPages } from '../../offline/worker.ts'
import { Page } from '../../parts/Page.tsx'
import { Empty, Shown } from '../../parts/Shown.tsx'
import { useMe } from '../../shell/session.tsx'
import { site } from '../../texts/site.ts'
import { About } from './TaskAbout.tsx'
import { useTask } from './useTask.ts'
import './site.css'

/** More than an engineer has open at a time. */
const MOST = 50

/** The engineer's tasks that are under way, on a phone. What is read here is kept for where there is no network. */
export default function Site() {
  const say = useSay()
  const { personId: engineerId } = useMe()
  const query = { engineerId, state: 'open', limit: MOST } as const
  const tasks = useAsk('get /api/service-tasks', { query }, { keep: true })
  return (
    <Page title={say(site.site)}>
      {!canKeepPages() && <p className="soft small">{say(site.noWorker)}</p>}
      <Queue />
      <Shown of={tasks}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(site.noTasks)}</Empty>
          ) : (
            <ul className="site-tasks">
              {items.map(({ id }) => (
                <Entry key={id} id={id} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Page>
  )
}

function Entry({ id }: { id: string }) {
  const { task, of, words } = useTask(id)
  return (
    <li className="card">
      <Shown of={task}>
        {(one) => (
          <>
            <Link href={`/site/${id}`}>
              <strong>{one.customerName}</strong>
            </Link>
            <About task={one} of={of.data} brief />
            <p className="next">{words}</p>
          </>
        )}
      </Shown>
    </li>
  )
}
