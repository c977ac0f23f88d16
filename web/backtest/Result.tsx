import { Link } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { entryKinds } from '../texts/cases.ts'
import { factLabels } from '../texts/facts.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'
import '../cases/case.css'

type Outcome = NonNullable<Answer<'get /api/backtests/{id}'>['outcome']>
type Difference = Outcome['differences'][number]
const change = (before: number, after: number) => `${money(before)} → ${money(after)}`

/** Which consequences would have differed, for whom, by how much, and why. */
export function Result({ id, of }: { id: string; of: Outcome }) {
  const say = useSay()
  const nameOf = useNames()
  return (
    <section className="stack" aria-label={say(words.result)} aria-live="polite">
      <h2>{say(words.result)}</h2>
      <div className="row">
        <span className="mark">{say(words.compared, { n: of.compared })}</span>
        <span className="mark">{say(words.lateChange, { before: of.lateBefore, after: of.lateAfter })}</span>
        <span className="mark">{say(words.sumChange, { before: money(of.beforeFen), after: money(of.afterFen) })}</span>
      </div>
      {of.leftOut.length > 0 && <p className="mark warn">{say(words.windowsLeftOut)}</p>}
      {of.people.length > 0 && (
        <>
          <div className="row to-end">
            <Export of="get /api/exports/backtest-people/{id}" params={{ id }} />
          </div>
          <Rows
            label={say(words.people)}
            rows={of.people.map((one) => ({ ...one, id: one.personId }))}
            columns={[
              { title: say(words.people), show: (one) => nameOf(one.personId) },
              { title: say(words.before), show: (one) => money(one.beforeFen) },
              { title: say(words.after), show: (one) => money(one.afterFen) },
              { title: say(words.difference), show: (one) => money(one.afterFen - one.beforeFen) },
            ]}
          />
        </>
      )}
      {of.differences.length === 0 ? (
        <Empty>{say(words.noDifference)}</Empty>
      ) : (
        <>
          <div className="row to-end">
            <Export of="get /api/exports/backtest-differences/{id}" params={{ id }} />
          </div>
          <Rows
            label={say(words.differences)}
            rows={of.differences.map((one, index) => ({ ...one, id: String(index) }))}
            columns={[
              { title: say(texts.common.person), show: (one) => nameOf(one.personId) || say(texts.common.unit) },
              {
                title: say(words.differences),
                show: (one) => (
                  <>
                    {say(entryKinds[one.kind] ?? words.verdictOnly)}{' '}
                    {(one.beforeFen !== 0 || one.afterFen !== 0) && change(one.beforeFen, one.afterFen)}
                  </>
                ),
              },
              {
                title: say(words.why),
                show: (one) => (
                  <>
                    {say(one.explanation)} <span className="soft small">{one.clause}</span>
                  </>
                ),
              },
              { title: say(words.evidence), show: (one) => <Evidence of={one} /> },
            ]}
          />
        </>
      )}
      {of.unlisted > 0 && <p className="soft">{say(words.unlisted, { n: of.unlisted })}</p>}
    </section>
  )
}

/** The facts that a consequence rests on, each with its case; of a promise that nobody kept, the case alone. */
function Evidence({ of: { caseId, evidence } }: { of: Difference }) {
  const say = useSay()
  const link = useCaseLink()
  if (evidence.length === 0) return caseId ? <Link href={link(caseId)}>{say(texts.cases.case)}</Link> : '—'
  return (
    <ul className="entries">
      {evidence.map((fact) => (
        <li key={fact.id}>
          <Link href={link(fact.caseId)}>{factLabels[fact.kind] ? say(factLabels[fact.kind]!) : fact.kind}</Link>{' '}
          <When at={fact.occurredAt} />
        </li>
      ))}
    </ul>
  )
}
