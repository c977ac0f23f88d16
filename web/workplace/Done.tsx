import { Link } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { kindLabel, kindOf } from '../cases/kinds.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { Export } from '../parts/Export.tsx'
import { PromiseMark } from '../parts/Marks.tsx'
import { More } from '../parts/More.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'

/** What I did, the latest first, and what it was worth. */
export default function Done() {
  const say = useSay()
  const link = useCaseLink()
  const done = usePages('get /api/obligations/done', {})
  const { workplace, common } = texts
  return (
    <>
      <Shown of={{ ...done, data: done.items }}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say(workplace.nothingDone)}</Empty>
          ) : (
            <Rows
              label={say(workplace.done)}
              rows={rows}
              columns={[
                {
                  title: say(workplace.promise),
                  show: (row) => (
                    <>
                      <Link href={link(row.caseId)}>{say(row.label)}</Link>{' '}
                      <span className="mark">{say(kindLabel(kindOf(row.caseId)))}</span>
                      <div className="soft small">{row.about}</div>
                    </>
                  ),
                },
                { title: say(workplace.doneAt), show: (row) => <When at={row.settledAt} /> },
                { title: say(common.due), show: (row) => (row.dueAt ? <When at={row.dueAt} /> : '—') },
                { title: say(common.clause), show: (row) => <Clause id={row.clause} title={row.clauseTitle} /> },
                { title: say(common.state), show: (row) => <PromiseMark work={row.work} verdict={row.verdict} /> },
              ]}
            />
          )
        }
      </Shown>
      <div className="row apart">
        <More of={done} />
        <Export of="get /api/exports/done" />
      </div>
    </>
  )
}
