import Button from 'antd/es/button'
import { Link, useLocation, useSearchParams } from 'wouter'
import { conductItems } from '../../rules/conduct/items.ts'
import { addMonths, localDate } from '../../rules/time/local.ts'
import { serverNow } from '../client/clock.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Page } from '../parts/Page.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/evaluation.ts'

const labelOf = (clause: string) => Object.values(conductItems).find((one) => one.clause === clause)?.label

/** Conduct points of each person: of a month, and up to its end. */
export default function Conduct() {
  const say = useSay()
  const may = useMay()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const asked = search.get('month') ?? ''
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : localDate(serverNow()).slice(0, 7)
  const found = useAsk('get /api/conduct-points/totals', { query: { month } })
  const moved = (by: number) => `?month=${addMonths(`${month}-01`, by).slice(0, 7)}`
  return (
    <Page
      title={say(texts.shell.conduct)}
      actions={
        <>
          <Export of="get /api/exports/conduct-points" query={{ month }} />
          {may('conduct.record') && (
            <>
              <Button type="primary" onClick={() => go('/conduct/new')}>
                {say(words.conductRecord)}
              </Button>
              <Button onClick={() => go('/conduct/attendance')}>{say(words.attendanceRecord)}</Button>
            </>
          )}
          {may('reimbursement.record') && (
            <Button onClick={() => go('/conduct/contract-report')}>{say(words.contractReport)}</Button>
          )}
        </>
      }
    >
      <nav className="row" aria-label={say(words.month)}>
        <Link href={moved(-1)}>{say(words.earlier)}</Link>
        <strong className="clock">{month}</strong>
        <Link href={moved(1)}>{say(words.later)}</Link>
      </nav>
      {found.data?.items.every(({ stated }) => !stated) && <p className="soft small">{say(words.blanks)}</p>}
      <Shown of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(words.conductNone)}</Empty>
          ) : (
            <Rows
              label={say(texts.shell.conduct)}
              rows={items.map(({ personId, ...row }) => ({ ...row, id: personId }))}
              columns={[
                { title: say(texts.common.person), show: (row) => row.personName },
                { title: say(words.monthPoints), show: (row) => row.month },
                { title: say(words.events), show: (row) => row.events },
                {
                  title: say(words.running),
                  show: (row) => (
                    <>
                      {row.running} {row.reached && <span className="mark bad">{say(words.reached)}</span>}
                    </>
                  ),
                },
                { title: say(words.scoreLeft), show: (row) => row.score ?? '–' },
                {
                  title: say(words.byItem),
                  show: (row) =>
                    Object.entries(row.byClause)
                      .map(([clause, points]) => `${clause} ${say(labelOf(clause) ?? texts.common.none)} ${points}`)
                      .join('; '),
                },
              ]}
            />
          )
        }
      </Shown>
    </Page>
  )
}
