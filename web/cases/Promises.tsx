import { Link } from 'wouter'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { PromiseMark } from '../parts/Marks.tsx'
import { useParty } from '../parts/names.tsx'
import { duration } from '../parts/time.ts'
import { Countdown, When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import type { Case } from './useCase.ts'

/** What this case owes or owed, and how each promise stands under its clause. */
export function Promises({ of }: { of: Case }) {
  const say = useSay()
  const party = useParty()
  const owed = of.obligations.filter((one) => one.reason !== 'notOwed')
  // What is still to be done comes first; within both the order in which it was owed.
  const shown = [...owed.filter(({ work }) => work === 'open'), ...owed.filter(({ work }) => work !== 'open')]
  return (
    <section aria-label={say(texts.cases.promises)}>
      <h2 className="sub">{say(texts.cases.promises)}</h2>
      <ul className="promises">
        {shown.map((one) => (
          <li key={one.id} className={one.verdict === 'late' ? 'late' : ''}>
            <div className="row apart">
              <strong>{say(one.label)}</strong>
              <span>
                <PromiseMark work={one.work} verdict={one.verdict} />
              </span>
            </div>
            <div className="row small">
              <span>{party(one.bearerId, one.bearerRole)}</span>
              {(one.recipientId ?? one.recipientRole) && (
                <span className="soft">
                  {say(texts.cases.recipient, { who: party(one.recipientId, one.recipientRole) })}
                </span>
              )}
              {one.work === 'open' ? (
                <Countdown promise={one} />
              ) : (
                <span className="soft">
                  <When at={one.settledAt} />
                </span>
              )}
              {one.dueAt && one.dueKind === 'by' && (
                <span className="soft">
                  {say(texts.common.due)} <When at={one.dueAt} />
                </span>
              )}
              {one.lateByMs !== null && (
                <span className="clock bad">{say(texts.cases.lateBy, { time: duration(one.lateByMs, say) })}</span>
              )}
            </div>
            <div className="row small">
              <Clause id={one.clause} title={one.clauseTitle} />
              <Link href={`/rulebook/${one.policy}/versions/${one.policyVersion}`}>
                {say(texts.rulebook.version, { n: one.policyVersion })}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
