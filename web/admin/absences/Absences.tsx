import Button from 'antd/es/button'
import { clause, isClauseId } from '../../../rules/clauses/index.ts'
import { useServerNow } from '../../client/clock.ts'
import { usePages } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Clause } from '../../parts/Clause.tsx'
import { Export } from '../../parts/Export.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { useNames } from '../../parts/names.tsx'
import { Page } from '../../parts/Page.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { When } from '../../parts/When.tsx'
import { instantOf } from '../../parts/time.ts'
import { useMay } from '../../shell/session.tsx'
import { words } from '../../texts/admin.ts'
import { texts } from '../../texts/index.ts'
import { FilterBar, useFilters } from '../parts/FilterBar.tsx'
import { Period } from '../parts/Period.tsx'
import { endingNow, startOf } from '../parts/dates.ts'
import { usePeople } from '../parts/usePeople.ts'
import { useOpen } from '../parts/useOpen.ts'
import { useSave } from '../parts/useSave.ts'
import { Declare } from './Declare.tsx'

/** Who is away: they are not asked, their substitutes are. */
export default function Absences() {
  const say = useSay()
  const may = useMay()
  const now = useServerNow()
  const nameOf = useNames()
  const people = usePeople()
  const [open, setOpen] = useOpen()
  const { personId, from } = useFilters('personId', 'from')
  const query = { personId, fromAt: from && startOf(from) }
  const list = usePages('get /api/absences', query)
  const end = useSave('patch /api/absences/{id}')
  const running = (toAt: string | null) => toAt === null || instantOf(toAt) > now
  return (
    <Page
      title={say(words.absences)}
      actions={
        <>
          <Export of="get /api/exports/absences" query={query} />
          {may('absence.declare') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {say(words.declareAbsence)}
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        filters={[
          { name: 'personId', label: say(texts.common.person), options: people },
          { name: 'from', label: say(words.from), type: 'date' },
        ]}
      />
      <Refused error={end.error} />
      <Listed
        of={list}
        label={say(words.absences)}
        none={say(words.noAbsences)}
        idOf={(row) => row.id}
        columns={[
          { title: say(texts.common.person), show: (row) => nameOf(row.personId) },
          { title: say(words.kind), show: (row) => say(words[row.kind]) },
          { title: say(words.from), show: (row) => <Period fromAt={row.fromAt} toAt={row.toAt} /> },
          {
            title: say(words.cap),
            show: (row) =>
              row.over && (
                <>
                  <span className="mark bad">{say(words.overLong)}</span> <When at={row.over.untilAt} />
                  <div>
                    <Clause id={row.over.clause} title={isClauseId(row.over.clause) ? clause(row.over.clause) : null} />
                  </div>
                </>
              ),
          },
          {
            title: say(words.end),
            show: (row) =>
              may('absence.declare') && running(row.toAt) ? (
                <Button
                  size="small"
                  aria-label={`${say(words.endNow)}: ${nameOf(row.personId)}`}
                  onClick={() => end.save({ params: { id: row.id }, body: { toAt: endingNow(row.fromAt) } })}
                >
                  {say(words.endNow)}
                </Button>
              ) : null,
          },
        ]}
      />
      {open === 'new' && <Declare close={() => setOpen(null)} />}
    </Page>
  )
}
