import { useServerNow } from '../client/clock.ts'
import { useSay } from '../language.tsx'
import { MINUTE } from '../../rules/instant.ts'
import { Clause } from '../parts/Clause.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { instantOf, written } from '../parts/time.ts'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { FactDetails } from './FactDetails.tsx'
import type { Case } from './useCase.ts'
import { CorrectFact } from './CorrectFact.tsx'
import { happenings, type Happening } from './happenings.ts'

/** Entered this much after it happened, a fact says so. */
const LATER_MS = MINUTE

/** What happened, who did it, what the timer did, which clause said so. */
export function Timeline({ of }: { of: Case }) {
  const say = useSay()
  return (
    <section aria-label={say(texts.cases.timeline)}>
      <h2 className="sub">{say(texts.cases.timeline)}</h2>
      <ol className="timeline">
        {happenings(of).map((one) => (
          <li key={one.id} className={one.kind}>
            <div className="row">
              <When at={one.at} />
              <strong>{say(one.label)}</strong>
            </div>
            <More one={one} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function More({ one }: { one: Happening }) {
  if (one.kind === 'fact')
    return (
      <>
        <FactMore {...one} />
        <FactDetails data={one.fact.data} />
      </>
    )
  if (one.kind === 'step') return <StepMore {...one} />
  return (
    <div className="row small">
      <span className="clock">{money(one.entry.amountFen)}</span>
      <Clause id={one.entry.clause} title={null} />
    </div>
  )
}

function FactMore({ fact }: Extract<Happening, { kind: 'fact' }>) {
  const say = useSay()
  const nameOf = useNames()
  const now = useServerNow()
  const later = instantOf(fact.recordedAt) - instantOf(fact.occurredAt) > LATER_MS
  return (
    <div className="row small soft">
      {fact.byId && (
        <span>
          {say(fact.forId ? texts.cases.byFor : texts.cases.by, { who: nameOf(fact.byId), whom: nameOf(fact.forId) })}
        </span>
      )}
      {later && <span>{say(texts.cases.recordedLater, { time: written(instantOf(fact.recordedAt), now) })}</span>}
      {fact.provisional && <span className="mark warn">{say(texts.cases.provisional)}</span>}
      {fact.correctsId && <span className="mark">{say(texts.cases.correction)}</span>}
      <CorrectFact fact={fact} />
    </div>
  )
}

function StepMore({ step, promise }: Extract<Happening, { kind: 'step' }>) {
  const say = useSay()
  const nameOf = useNames()
  const { byTimer, bySweep, byPerson } = texts.cases
  const by = { timer: byTimer, sweep: bySweep, person: byPerson }[step.by]
  return (
    <div className="row small soft">
      {by && <span className="mark">{say(by)}</span>}
      {promise && <span>{say(promise.label)}</span>}
      {step.recipientIds.length > 0 && (
        <span>{say(texts.cases.told, { who: step.recipientIds.map(nameOf).join(say(texts.common.comma)) })}</span>
      )}
      {step.state === 'folded' && <span>{say(texts.cases.folded)}</span>}
      {promise && <Clause id={promise.clause} title={promise.clauseTitle} />}
    </div>
  )
}
