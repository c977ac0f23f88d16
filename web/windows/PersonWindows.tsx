import { clause, isClauseId } from '../../rules/clauses/index.ts'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { useNames } from '../parts/names.tsx'
import { Rows } from '../parts/Rows.tsx'
import { When } from '../parts/When.tsx'
import { actionWords, words } from '../texts/windows.ts'
import { readingText, type Window } from './reading.ts'

/** One person's windows: how each is read, what counts now, and what it would take. */
export function PersonWindows({ of }: { of: Answer<'get /api/windows'>['items'][number] }) {
  const say = useSay()
  const nameOf = useNames()
  return (
    <section className="stack tight" aria-label={nameOf(of.personId)}>
      <h2>{nameOf(of.personId)}</h2>
      <Rows
        label={nameOf(of.personId)}
        rows={of.windows.map((one) => ({ ...one, id: one.window }))}
        isLate={(one) => one.kind === 'count' && one.missing === 1 && one.counting.length > 0}
        columns={[
          {
            title: say(words.window),
            show: (one) => (
              <>
                {say(one.label)}
                <div>
                  <Clause id={one.clause} title={isClauseId(one.clause) ? clause(one.clause) : null} />
                </div>
              </>
            ),
          },
          { title: say(words.reading), show: (one) => <span className="small">{say(readingText(one))}</span> },
          { title: say(words.state), show: (one) => <State of={one} /> },
          { title: say(words.wouldTake), show: (one) => <WouldTake of={one} /> },
        ]}
      />
    </section>
  )
}

function State({ of }: { of: Window }) {
  const say = useSay()
  if (!of.reading) return <span className="mark">{of.kind === 'clean' ? say(words.noRecords) : '—'}</span>
  if (of.kind === 'clean') return <>{say(words.row, { n: of.row.length })}</>
  return (
    <div className="stack tight">
      <span>
        {of.counting.length === 0 ? say(words.nothingCounts) : say(words.counting, { n: of.counting.length })}
      </span>
      {of.counting.map(({ id, at }) => (
        <span key={id} className="soft small">
          <When at={at} />
        </span>
      ))}
      {of.times > 0 && (
        <span>
          <span className="mark bad">{say(words.times, { n: of.times })}</span>
        </span>
      )}
    </div>
  )
}

function WouldTake({ of }: { of: Window }) {
  const say = useSay()
  if (!of.reading) return <>—</>
  if (of.kind === 'clean')
    return (
      <div className="stack tight">
        <span>{say(words.lackingMonths, { n: of.missing })}</span>
        {of.earliestOn && <span className="soft small">{say(words.earliest, { date: of.earliestOn })}</span>}
      </div>
    )
  return (
    <div className="stack tight">
      <span>{say(words.lacking, { n: of.missing, action: of.action ? say(actionWords[of.action]) : '' })}</span>
      {of.counting.length > 0 && (
        <span className="soft small">
          {say(words.until)} {of.untilAt ? <When at={of.untilAt} /> : say(words.forEver)}
        </span>
      )}
    </div>
  )
}
