import { Link } from 'wouter'
import { payKinds } from '../../rules/pay/statement.ts'
import type { Answer } from '../client/ask.ts'
import { useSay } from '../language.tsx'
import { money } from '../parts/money.ts'
import { Rows } from '../parts/Rows.tsx'
import { When } from '../parts/When.tsx'
import { words } from '../texts/reports.ts'

type Person = Answer<'get /api/assessments/{id}'>['sheet']['people'][number]
type Line = Person['lines'][number]

/** One person's part of a sheet. What is not confirmed yet stands apart and counts in a later one. */
export function PersonLines({ of }: { of: Person }) {
  const say = useSay()
  return (
    <section className="stack tight" aria-label={of.name}>
      <div className="row apart">
        <h2 className="sub">{of.name}</h2>
        <strong className="clock">{money(of.totalFen)}</strong>
      </div>
      {of.lines.length > 0 && <Lines label={of.name} lines={of.lines} />}
      {of.waiting.length > 0 && (
        <>
          <p className="soft small">{say(words.waiting)}</p>
          <Lines label={`${of.name}: ${say(words.waiting)}`} lines={of.waiting} />
        </>
      )}
      {of.pay && of.pay.length > 0 && (
        <ul className="entries" aria-label={say(words.pay)}>
          {of.pay.map((line) => (
            <li key={`${line.kind} ${line.of} ${line.because.zh}`} className="row small">
              <strong>{say(payKinds[line.kind])}</strong>
              <span className="clock">{line.amountFen === null ? say(words.notSet) : money(line.amountFen)}</span>
              <span className="soft">
                {line.clause} · {say(line.because)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Lines({ label, lines }: { label: string; lines: readonly Line[] }) {
  const say = useSay()
  return (
    <Rows
      label={label}
      rows={lines.map((line) => ({ ...line, id: line.entryId }))}
      columns={[
        {
          title: say(words.what),
          show: (line) => (
            <>
              <Link href={`/entries/${line.entryId}`}>{say(line.title)}</Link>{' '}
              {line.correction && <span className="mark">{say(words.correction)}</span>}
              <div className="soft small">
                {line.clause} · {say(line.because)}
              </div>
            </>
          ),
        },
        { title: say(words.when), show: (line) => <When at={line.occurredAt} /> },
        { title: say(words.amount), show: (line) => <span className="clock">{money(line.amountFen)}</span> },
      ]}
    />
  )
}
