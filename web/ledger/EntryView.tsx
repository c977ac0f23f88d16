import { useEffect } from 'react'
import { Link } from 'wouter'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { useMe } from '../shell/session.tsx'
import { entryKinds } from '../texts/cases.ts'
import { factLabels } from '../texts/facts.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/ledger.ts'
import { EntryDeeds } from './EntryDeeds.tsx'
import { EntryMark, type Entry } from './EntryMark.tsx'
import '../cases/case.css'

/** One entry of the ledger, explained: clause, version, arithmetic, evidence, what was done about it, what I can do. */
export function EntryView({ id, heading: Heading = 'h2' }: { id: string; heading?: 'h1' | 'h2' }) {
  const say = useSay()
  const nameOf = useNames()
  const { personId } = useMe()
  const found = useAsk('get /api/ledger/{id}', { params: { id } })
  const { mutate: seen, isIdle, isPending } = useDo('post /api/ledger/{id}/seen')
  const mine = found.data?.personId === personId && found.data.aboutId === null
  // Until when a cause can be given is known once it is known that I have seen it.
  const enabled = found.data !== undefined && !(mine && (isIdle || isPending))
  const options = useAsk('get /api/ledger/{id}/options', { params: { id } }, { enabled })
  // From now on the time to give a cause runs, so that it is told only to whom it was shown.
  useEffect(() => {
    if (mine) seen({ params: { id }, body: {} })
  }, [mine, id, seen])
  return (
    <Shown of={found}>
      {(entry) => (
        <article className="stack">
          <div className="row apart">
            <Heading>{entryKinds[entry.kind] ? say(entryKinds[entry.kind]!) : entry.kind}</Heading>
            <span className="row">
              <strong className="clock">{money(entry.amountFen)}</strong>
              <EntryMark of={entry} />
            </span>
          </div>
          <About
            entries={[
              [say(texts.common.person), nameOf(entry.personId)],
              [say(texts.common.clause), `${entry.clause} ${say(entry.title)}`],
              [say(words.basis), <Basis key="basis" of={entry} />],
              [say(words.arithmetic), say(entry.because)],
              [say(words.occurredAt), <When key="at" at={entry.occurredAt} />],
              [say(words.imposedBy), nameOf(entry.byId)],
              [
                say(words.stands),
                options.data && options.data.standingFen !== entry.amountFen ? money(options.data.standingFen) : null,
              ],
              [
                say(words.from),
                <Link key="case" href={`/cases/${entry.caseId}`}>
                  {say(words.theCase)}
                </Link>,
              ],
            ]}
          />
          <Evidence of={entry} />
          {options.data && entry.aboutId === null && <EntryDeeds entry={entry} options={options.data} />}
          <Related of={entry} />
        </article>
      )}
    </Shown>
  )
}

function Basis({ of }: { of: Entry }) {
  const say = useSay()
  return <Link href={`/rulebook/${of.policy}/versions/${of.policyVersion}`}>{say(of.basis)}</Link>
}

function Evidence({ of }: { of: Entry }) {
  const say = useSay()
  return (
    <section aria-label={say(words.evidence)}>
      <h2 className="sub">{say(words.evidence)}</h2>
      {of.evidence.length === 0 && <p className="soft">{say(words.noEvidence)}</p>}
      <ul className="entries">
        {of.evidence.map((fact) => (
          <li key={fact.id} className="row">
            <span>{factLabels[fact.kind] ? say(factLabels[fact.kind]!) : fact.kind}</span>
            <When at={fact.occurredAt} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Entries about this one: reversals, confirmations, waivers. */
function Related({ of }: { of: Entry }) {
  const say = useSay()
  const found = useAsk('get /api/ledger', { query: { caseId: of.caseId, limit: 200 } })
  const about = found.data?.items.filter((one) => one.aboutId === of.id) ?? []
  if (about.length === 0) return null
  return (
    <section aria-label={say(words.related)}>
      <h2 className="sub">{say(words.related)}</h2>
      <ul className="entries">
        {about.map((one) => (
          <li key={one.id}>
            <div className="row">
              <strong>{entryKinds[one.kind] ? say(entryKinds[one.kind]!) : one.kind}</strong>
              {one.amountFen !== 0 && <span className="clock">{money(one.amountFen)}</span>}
              <When at={one.recordedAt} />
            </div>
            <span className="soft small">{say(one.because)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
