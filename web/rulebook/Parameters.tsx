import { Link } from 'wouter'
import { clause, isClauseId } from '../../rules/clauses/index.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { Export } from '../parts/Export.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty } from '../parts/Shown.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'
import { sinceColumn } from './sinceColumn.tsx'
import { useParameters } from './useBook.ts'
import { useInForce } from './useInForce.ts'
import { shownValue } from './value.ts'

/** A parameter of ours that no clause states is a house rule. */
const clauseOf = (id: string | null) => (id === null ? 'house:' : id)

/** Every number of a rulebook as it holds now, with its clause; blanks say so. */
export function Parameters({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const parameters = useParameters(id)
  const inForce = useInForce(id)
  const { rulebook } = texts
  if (!parameters) return <Waiting />
  if (parameters.length === 0) return <Empty>{say(rulebook.noParameters)}</Empty>
  return (
    <>
      {inForce.data && (
        <div className="row to-end">
          <Export
            of="get /api/exports/rulebook-parameters/{id}/{version}"
            params={{ id, version: inForce.data.version }}
          />
        </div>
      )}
      <Rows
        label={say(words.parameters)}
        rows={parameters.map((one) => ({ ...one, id: one.key }))}
        isLate={(row) => row.value === null}
        columns={[
          {
            title: say(rulebook.parameter),
            show: (row) =>
              may('rulebook.draft') ? (
                <Link href={`/rulebook/${id}/draft?key=${row.key}`}>{say(row.label)}</Link>
              ) : (
                say(row.label)
              ),
          },
          {
            title: say(rulebook.value),
            show: (row) =>
              row.value === null ? (
                <span className="mark warn">{say(rulebook.blank)}</span>
              ) : (
                <span>{shownValue(row.value, row.unit, say)}</span>
              ),
          },
          sinceColumn(say),
          {
            title: say(rulebook.clause),
            show: ({ clause: cited }) => (
              <Clause id={clauseOf(cited)} title={cited && isClauseId(cited) ? clause(cited) : null} />
            ),
          },
        ]}
      />
    </>
  )
}
