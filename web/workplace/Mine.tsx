import { Link } from 'wouter'
import { usePages } from '../client/useAsk.ts'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { kindLabel, kindOf } from '../cases/kinds.ts'
import { Wanted } from '../cases/Wanted.tsx'
import { useServerNow } from '../client/clock.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { Export } from '../parts/Export.tsx'
import { More } from '../parts/More.tsx'
import { useParty } from '../parts/names.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { instantOf } from '../parts/time.ts'
import { Countdown } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'

/** What I owe, the most urgent first, each with its clock and its next step. */
export function Mine() {
  const say = useSay()
  const link = useCaseLink()
  const party = useParty()
  const now = useServerNow()
  const mine = usePages('get /api/obligations', { limit: 50 })
  return (
    <Shown of={{ ...mine, data: mine.items }}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty>{say(texts.workplace.nothing)}</Empty>
        ) : (
          <>
            <Rows
              label={say(texts.workplace.mine)}
              rows={rows}
              isLate={(row) => row.dueAt !== null && row.dueKind === 'by' && instantOf(row.dueAt) < now}
              columns={[
                {
                  title: say(texts.workplace.promise),
                  show: (row) => (
                    <>
                      <strong>{say(row.label)}</strong>{' '}
                      <span className="mark">{say(kindLabel(kindOf(row.caseId)))}</span>
                      <div className="soft small">
                        {[row.about, row.recipientRole && party(row.recipientId, row.recipientRole)]
                          .filter(Boolean)
                          .join(' → ')}
                      </div>
                    </>
                  ),
                },
                { title: say(texts.common.due), show: (row) => <Countdown promise={row} /> },
                { title: say(texts.common.clause), show: (row) => <Clause id={row.clause} title={row.clauseTitle} /> },
                {
                  title: say(texts.workplace.nextStep),
                  show: (row) => (
                    <>
                      <Link
                        href={link(row.caseId, row.promise)}
                        aria-label={`${say(texts.common.open)}: ${say(row.label)}`}
                      >
                        {say(row.label)} →
                      </Link>
                      <Wanted kind={kindOf(row.caseId)} promise={row.promise} />
                    </>
                  ),
                },
              ]}
            />
            <div className="row apart">
              <More of={mine} />
              <Export of="get /api/exports/obligations" />
            </div>
          </>
        )
      }
    </Shown>
  )
}
