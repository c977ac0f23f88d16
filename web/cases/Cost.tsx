import { Link } from 'wouter'
import { useSay } from '../language.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { texts } from '../texts/index.ts'
import { entryKinds } from '../texts/cases.ts'
import type { Case } from './useCase.ts'

/** What a case cost: the entries of the ledger and what they come to. */
export function Cost({ of }: { of: Case }) {
  const say = useSay()
  const nameOf = useNames()
  const sum = of.entries.reduce((total, entry) => total + entry.amountFen, 0)
  return (
    <section aria-label={say(texts.cases.cost)}>
      <h2 className="sub">{say(texts.cases.cost)}</h2>
      {of.entries.length === 0 ? (
        <p className="soft">{say(texts.cases.noCost)}</p>
      ) : (
        <>
          <ul className="entries">
            {of.entries.map((entry) => (
              <li key={entry.id} className="row">
                <Link href={`/entries/${entry.id}`}>
                  {entryKinds[entry.kind] ? say(entryKinds[entry.kind]!) : entry.kind}
                </Link>
                <span>{nameOf(entry.personId)}</span>
                <span className="clock">{money(entry.amountFen)}</span>
                <span className="soft small">{entry.clause}</span>
              </li>
            ))}
          </ul>
          <strong>{say(texts.cases.costTotal, { amount: money(sum) })}</strong>
        </>
      )}
    </section>
  )
}
